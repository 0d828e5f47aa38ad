import { plainLinesOfBlock, type ContentBlock, type ContentKind, type GuideParts } from '@govmedia-hub/contracts';
import type { Passage, PassageKind } from '@govmedia-hub/knowledge';
import { areaNamedIn } from '@govmedia-hub/official-documents';
import type { IndexedPassage } from './indexed-passage.js';

/** What the index needs of a live publication; the reader of publishing gives it. */
export interface IndexablePublication {
  id: string;
  kind: ContentKind;
  title: string;
  orgName: string;
  /** Where the unit works, as it was entered. */
  orgRegion: string;
  topic: string | null;
  publishedAt: string;
  reviewedOn: string;
  blocks: ContentBlock[];
  guide: GuideParts | null;
  sources: { documentId: string; title: string; docNumber: string | null; anchor: string | null; label: string | null }[];
  /** Ids of its questions by position of their block, as residents' links name them. */
  questionIds: ReadonlyMap<number, string>;
}

/** About as much as fits a screen; longer interpretations are cut between paragraphs. */
const PART_CHARS = 500;

/** A publication as passages: each Q&A by itself, a guide as a whole, an interpretation in parts under its headings. */
export function passagesOfPublication(publication: IndexablePublication): IndexedPassage[] {
  const found: IndexedPassage[] = [];
  publication.blocks.forEach((block, position) => {
    const questionId = publication.questionIds.get(position);
    if (block.type === 'qa' && questionId !== undefined) found.push(questionOf(publication, block, questionId));
  });
  if (publication.kind === 'guide' && publication.guide) found.push(guideOf(publication, publication.guide));
  else found.push(...partsOf(publication));
  return found;
}

function questionOf(publication: IndexablePublication, block: Extract<ContentBlock, { type: 'qa' }>, questionId: string): IndexedPassage {
  const named = block.documentId === null ? undefined : publication.sources.find((source) => source.documentId === block.documentId);
  return indexed(publication, 'qa', `qa:${questionId}`, {
    text: block.answer, questions: [block.question, ...block.alternatives], label: block.question, questionId, link: `/question?id=${encodeURIComponent(questionId)}`,
    basis: block.documentId === null ? publication.sources.slice(0, 1).map(({ documentId }) => documentId) : [block.documentId], source: named, anchor: block.anchor ?? named?.anchor ?? '',
  });
}

function guideOf(publication: IndexablePublication, guide: GuideParts): IndexedPassage {
  const { conditions, materials, steps, timeLimit, fee, place, hours, phone } = guide;
  const text = [
    ...conditions.map((condition) => `办理条件：${condition}`),
    `申请材料：${materials.map(({ name, note }) => (note ? `${name}（${note}）` : name)).join('、')}`,
    ...steps.map(({ title, detail }, i) => `${i + 1}. ${title}：${detail}`),
    `办理时限：${timeLimit.text}`, `收费：${fee.text}`, `办理地点：${place}（${hours}）`, `咨询电话：${phone}`,
  ].join('\n');
  const summary = `《${publication.title}》办事指南：办理时限${timeLimit.text}；${fee.free ? '不收费' : fee.text}；办理地点${place}；咨询电话${phone}。`;
  return indexed(publication, 'guide', `guide:${publication.id}`, { text, label: guide.lifeEvent, summary, link: `/guide?id=${publication.id}`, topics: [guide.lifeEvent] });
}

function partsOf(publication: IndexablePublication): IndexedPassage[] {
  const parts: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const block of publication.blocks) {
    if (block.type === 'qa') continue;
    if (block.type === 'heading') {
      parts.push({ heading: block.text, lines: [] });
      continue;
    }
    const text = plainLinesOfBlock(block).join('\n').replaceAll('\t', ' ');
    if (text === '') continue;
    const last = parts.at(-1)!;
    if (last.lines.length > 0 && last.lines.join('\n').length + text.length > PART_CHARS) parts.push({ heading: last.heading, lines: [text] });
    else last.lines.push(text);
  }
  return parts
    .filter(({ lines }) => lines.some((line) => line.trim() !== ''))
    .map(({ heading, lines }, i) => indexed(publication, 'interpretation', `read:${publication.id}#${i}`, { text: lines.join('\n'), label: heading, link: `/reading?id=${publication.id}` }));
}

interface Particulars {
  text: string;
  label: string;
  link: string;
  questions?: string[];
  questionId?: string;
  summary?: string;
  topics?: string[];
  basis?: string[];
  source?: IndexablePublication['sources'][number];
  anchor?: string;
}

function indexed(publication: IndexablePublication, kind: PassageKind, id: string, its: Particulars): IndexedPassage {
  const source = its.source ?? publication.sources[0];
  const passage: Passage = {
    id, kind, documentId: publication.id, title: publication.title, heading: kind === 'interpretation' ? its.label : kind === 'qa' ? (source?.title ?? '') : '', text: its.text, questions: its.questions ?? [],
    docNumber: source?.docNumber ?? null, issuer: publication.orgName, topics: [...(publication.topic === null ? [] : [publication.topic]), ...(its.topics ?? [])],
    validity: 'in_force', validFrom: null, validTo: null, publishedOn: publication.reviewedOn, reviewed: true,
    basisId: kind === 'qa' && source && its.anchor ? `doc:${source.documentId}#${its.anchor}` : null,
  };
  return {
    passage, documentId: source?.documentId ?? null, publicationId: publication.id, questionId: its.questionId ?? null,
    basis: its.basis ?? publication.sources.map(({ documentId }) => documentId), anchor: its.anchor ?? source?.anchor ?? '', label: its.label, summary: its.summary ?? null,
    docNumber: source?.docNumber ?? null, area: (areaNamedIn(publication.orgRegion) ?? areaNamedIn(publication.orgName))?.code ?? null, title: kind === 'qa' ? (source?.title ?? publication.title) : publication.title, link: its.link,
  };
}
