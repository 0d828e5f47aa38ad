import { linesOfBlock, type ContentBlock, type GuideParts } from '@govmedia-hub/contracts';

/** One stretch of readable text of a revision and where it comes from, for example 'title', '2.answer', 'guide.steps.0.title'. */
export interface TextPiece { key: string; text: string; /** Stands on the line of the piece before it, as the cells of a row do. */ beside?: true }

/** A piece with its place in a text; UTF-16 code units. */
export interface PlacedPiece extends TextPiece { start: number; end: number }

/** The pieces of one block; `at` goes before their keys. */
export function blockPieces(block: ContentBlock, at: number | string): TextPiece[] {
  return linesOfBlock(block).flatMap((line) => line.map(({ key, text }, i): TextPiece => ({ key: `${at}.${key}`, text, ...(i > 0 ? { beside: true } : {}) })));
}

function guidePieces(guide: GuideParts): TextPiece[] {
  return [
    ...guide.conditions.map((text, i) => ({ key: `guide.conditions.${i}`, text })),
    ...guide.materials.flatMap((material, i) => [{ key: `guide.materials.${i}.name`, text: material.name }, { key: `guide.materials.${i}.form`, text: material.form }, { key: `guide.materials.${i}.note`, text: material.note }]),
    ...guide.steps.flatMap((step, i) => [{ key: `guide.steps.${i}.title`, text: step.title }, { key: `guide.steps.${i}.detail`, text: step.detail }]),
    { key: 'guide.timeLimit.text', text: guide.timeLimit.text },
    { key: 'guide.fee.text', text: guide.fee.text },
    { key: 'guide.place', text: guide.place },
    { key: 'guide.hours', text: guide.hours },
    { key: 'guide.phone', text: guide.phone },
    { key: 'guide.onlineUrl', text: guide.onlineUrl ?? '' },
  ];
}

/** All readable text of a revision in reading order. */
export function piecesOf(revision: { title: string; blocks: readonly ContentBlock[]; guide: GuideParts | null }): TextPiece[] {
  return [{ key: 'title', text: revision.title }, ...revision.blocks.flatMap(blockPieces), ...(revision.guide ? guidePieces(revision.guide) : [])];
}

/** Joins pieces line by line, for the screening of text that is still being written. */
export function joinPieces(pieces: readonly TextPiece[]): { text: string; placed: PlacedPiece[] } {
  const placed: PlacedPiece[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece.beside) text += '\t';
    else if (text !== '' && piece.text !== '') text += '\n';
    if (piece.text === '') continue;
    placed.push({ ...piece, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, placed };
}

/**
 * Finds each piece in the canonical text of a revision, in order, so that findings can be drawn on laid-out blocks.
 * @returns null when a piece is not where it should be; the caller then shows the canonical text as it is
 */
export function placePieces(text: string, pieces: readonly TextPiece[]): Map<string, PlacedPiece> | null {
  const placed = new Map<string, PlacedPiece>();
  let from = 0;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const at = text.indexOf(piece.text, from);
    if (at < 0) return null;
    placed.set(piece.key, { ...piece, start: at, end: at + piece.text.length });
    from = at + piece.text.length;
  }
  return placed;
}

/** The piece in which a span begins. */
export function pieceAt(placed: readonly PlacedPiece[], start: number): PlacedPiece | null {
  return placed.find((piece) => start >= piece.start && start < piece.end) ?? null;
}
