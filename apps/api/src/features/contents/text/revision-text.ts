import { plainLinesOfBlock, type BoundSourceRequest, type ContentBlock, type GuideParts } from '@govmedia-hub/contracts';
import { createHash } from 'node:crypto';

/** The readable parts of a revision. */
export interface ReadableText {
  title: string;
  blocks: readonly ContentBlock[];
  guide: GuideParts | null;
}

function linesOfGuide(guide: GuideParts): string[] {
  return [
    ...guide.conditions,
    ...guide.materials.map((material) => [material.name, material.form, `${material.copies}份`, material.note].filter(Boolean).join('，')),
    ...guide.steps.flatMap((step) => [step.title, step.detail]),
    guide.timeLimit.text, guide.fee.text, guide.place, guide.hours, guide.phone, guide.onlineUrl ?? '',
  ];
}

/** Plain text of a revision, one line per title, paragraph, item, row, question or answer; findings stand on its UTF-16 offsets. */
export function canonicalText({ title, blocks, guide }: ReadableText): string {
  return [title, ...blocks.flatMap(plainLinesOfBlock), ...(guide ? linesOfGuide(guide) : [])].filter((line) => line !== '').join('\n');
}

/** JSON with the keys of every object in order, so that equal values give equal text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

export interface DigestedRevision extends ReadableText {
  attachments: readonly { name: string; sha256: string }[];
  sources: readonly (BoundSourceRequest & { digest: string })[];
}

/** SHA-256 (hex) of all that readers see and all that it rests on: title, blocks, guide, attachments, bound sources. */
export function digestOf({ title, blocks, guide, attachments, sources }: DigestedRevision): string {
  return createHash('sha256').update(canonicalJson({
    title, blocks, guide,
    attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    sources: sources.map(({ documentId, anchor, digest }) => ({ documentId, anchor, digest })),
  })).digest('hex');
}
