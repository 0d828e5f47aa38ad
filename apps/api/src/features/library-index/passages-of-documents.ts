import type { Passage } from '@govmedia-hub/knowledge';
import type { IndexedDocument } from '../documents/documents.reader.js';
import type { IndexedPassage } from './indexed-passage.js';

type Section = IndexedDocument['sections'][number];

/** 1. and below belongs to what it lists, not to itself. */
const LIST_ITEM = /^[(（]?\d+[.．、)）]/;

/**
 * A released document as passages: every article with all that stands under it, and where there are no articles every
 * section with text of its own. Anchors are those of the library, so that a hit opens the very place.
 */
export function passagesOfDocument(document: IndexedDocument): IndexedPassage[] {
  const byAnchor = new Map(document.sections.map((section) => [section.anchor, section]));
  const parts = new Map<string, { section: Section; lines: string[] }>();
  for (const section of document.sections) {
    const holder = holderOf(section, byAnchor);
    const part = parts.get(holder.anchor) ?? { section: holder, lines: [] };
    parts.set(holder.anchor, part);
    const line = holder === section ? section.text : `${section.label}${section.heading ?? ''}${section.text}`;
    if (line.trim() !== '') part.lines.push(line.trim());
  }
  return [...parts.values()].flatMap(({ section, lines }) => (lines.length === 0 ? [] : [toIndexed(document, section, lines.join('\n'), byAnchor)]));
}

/** The section whose passage holds this one: the article around it, or for a list item what it is a list of. */
function holderOf(section: Section, byAnchor: ReadonlyMap<string, Section>): Section {
  let holder = section;
  for (let at: Section | undefined = section; at; at = at.parentAnchor === null ? undefined : byAnchor.get(at.parentAnchor)) {
    if (at.kind === 'article') return at;
    const parent = at.parentAnchor === null ? undefined : byAnchor.get(at.parentAnchor);
    if (holder === at && parent && LIST_ITEM.test(at.label)) holder = parent;
  }
  return holder;
}

function toIndexed(document: IndexedDocument, section: Section, text: string, byAnchor: ReadonlyMap<string, Section>): IndexedPassage {
  const above: string[] = [];
  for (let at = section.parentAnchor === null ? undefined : byAnchor.get(section.parentAnchor); at; at = at.parentAnchor === null ? undefined : byAnchor.get(at.parentAnchor)) {
    above.unshift([at.label, at.heading].filter((part) => part).join(' '));
  }
  const passage: Passage = {
    id: `doc:${document.id}#${section.anchor}`, kind: 'article', documentId: document.id, title: document.title,
    heading: [...above, section.label, section.heading].filter((part) => part).join(' '), text, questions: [],
    docNumber: document.docNumber, issuer: document.issuer, topics: document.topic === null ? [] : [document.topic],
    // The validity of a document is asked for each day anew; what is stored here only says that a person has confirmed it.
    validity: 'in_force', validFrom: document.effectiveOn, validTo: document.expiresOn, publishedOn: document.publishedOn, reviewed: true,
  };
  return {
    passage, documentId: document.id, publicationId: null, questionId: null, basis: [document.id], anchor: section.anchor, label: section.label, summary: null,
    docNumber: document.docNumber, area: document.areaCode, title: document.title, link: `/policy?id=${document.id}#${section.anchor}`,
  };
}
