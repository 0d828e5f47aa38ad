import { findDates, findDocumentNumbers } from '@govmedia-hub/chinese-text';
import { areaOfDocument } from './areas.js';
import { readEffects } from './document-effects.js';
import type { OfficialDocumentDraft, Problem } from './draft.js';
import { anchorAtOffset, citationsOf } from './read-official-document.js';
import { Anchors, buildSections } from './section-tree.js';
import { canonicalText } from './source-lines.js';
import { readValidity } from './validity-clauses.js';

/** One row of a collection of laws; headings of the text are ## lines. */
export interface LawRecord {
  id?: string;
  title: string;
  short?: string | null;
  level?: string | null;
  region?: string | null;
  category?: string | null;
  organ?: string | null;
  /** 'YYYY-MM-DD' */
  publish?: string | null;
  /** 'YYYY-MM-DD' */
  valid_from?: string | null;
  /** The collection's own word for the state of the law, not an authority's. */
  status?: string | null;
  history?: string[] | null;
  text: string;
}

const isoOf = (value: string | null | undefined, what: string, problems: Problem[]): string | null => {
  if (value === null || value === undefined || value.trim() === '') return null;
  const date = findDates(value.trim())[0];
  if (!date?.iso) problems.push({ line: 1, message: `${what}“${value}”不是一个存在的日期` });
  return date?.iso ?? null;
};

/** Kinds of law that only the state makes. */
const NATIONAL_LEVELS = new Set(['宪法', '法律', '行政法规', '司法解释', '部门规章', '监察法规']);

const regionOf = ({ region, level }: LawRecord): string | null => region ?? (NATIONAL_LEVELS.has(level ?? '') ? '国家' : null);

/**
 * Reads one law, regulation or judicial interpretation into a draft. Laws are public by law (立法法 第六十二条), yet the
 * openness still waits for a person's confirmation. Never throws for an outcome.
 */
export function readLaw(record: LawRecord): OfficialDocumentDraft {
  const problems: Problem[] = [];
  const canonical = canonicalText(record.text, problems, true);
  const title = record.title.replace(/\s+/g, '').trim();
  const publishedOn = isoOf(record.publish, '公布日期', problems);
  const validFrom = isoOf(record.valid_from, '施行日期', problems);
  const sections = buildSections(canonical.lines, { prefix: '', anchors: new Anchors(), problems });
  const validity = readValidity(canonical.text, publishedOn);
  const effectiveOn = validFrom ?? validity.effectiveOn;
  if (title === '') problems.push({ line: 1, message: '没有标题' });
  if (sections.length === 0) problems.push({ line: 1, message: '没有读到正文' });
  if (publishedOn !== null && effectiveOn !== null && validFrom !== null && validFrom < publishedOn) problems.push({ line: 1, message: `施行日期${validFrom}早于公布日期${publishedOn}，请核对` });
  const organs = (record.organ ?? '').split(/[、,，; ；]/).map((organ) => organ.trim()).filter((organ) => organ !== '');
  const numbers = findDocumentNumbers((record.history ?? []).join('\n'));
  const docNumber = numbers.length === 1 ? numbers[0]!.canonical : null;
  const anchorAt = (offset: number): string => anchorAtOffset(sections, offset);
  // A revised law still carries the day of its first entry into force, and its repeals took effect then.
  const effects = readEffects(canonical, 1, { title, titleLine: 1, effectiveOn: validity.effectiveOn ?? effectiveOn, issuedOn: publishedOn, anchorAt });
  return {
    kind: 'law', title: title === '' ? null : title, bodyTitle: null, docNumber, issuer: organs[0] ?? null, areaCode: areaOfDocument({ issuer: organs[0] ?? null, title, region: regionOf(record) })?.code ?? null, jointIssuers: organs.slice(1), addressees: [],
    signedOn: null, publishedOn, effectiveOn, expiresOn: validity.expiresOn, openness: null, opennessMark: null,
    sections, attachments: [], citations: citationsOf(canonical, anchorAt, docNumber, [title]), ...effects, text: canonical.text, problems,
  };
}
