import { findCitations, titleKey } from '@govmedia-hub/chinese-text';
import { areaOfDocument } from './areas.js';
import { readEffects } from './document-effects.js';
import type { OfficialDocumentDraft, Problem, SectionNode } from './draft.js';
import { readFrontMatter } from './front-matter.js';
import { checkSecrecyMarks, readOpenness } from './openness.js';
import { organisationInTitle } from './organisations.js';
import { cutRegions, type Regions } from './regions.js';
import { Anchors, buildSections } from './section-tree.js';
import { canonicalText, lineAt, type CanonicalText } from './source-lines.js';
import { readValidity } from './validity-clauses.js';

/**
 * Reads the text of an official document (公文, GB/T 9704 in practice and its web prints) into a draft for a person to
 * confirm. Never throws: what cannot be read is a problem with the line it stands on.
 */
export function readOfficialDocument(source: string): OfficialDocumentDraft {
  const problems: Problem[] = [];
  const canonical = canonicalText(source, problems, false);
  const { lines } = canonical;
  const front = readFrontMatter(lines, problems);
  checkSecrecyMarks(lines, problems);
  const openness = readOpenness(lines, problems);
  const regions = cutRegions(lines.slice(front.bodyAt), front.title, (index) => openness.at.has(index + front.bodyAt), problems);
  const sections = treeOf(regions, problems);

  const fromTitle = front.title ? organisationInTitle(front.title) : null;
  const issuers = regions.signature?.issuers ?? [];
  const issuer = issuers[0] ?? front.issuer ?? fromTitle;
  const signedOn = regions.signature?.signedOn ?? front.signedOn;
  const issuedOn = front.publishedOn ?? signedOn;
  const validity = readValidity(canonical.text, issuedOn);
  const effectiveOn = front.effectiveOn ?? validity.effectiveOn;

  if (lines.every((line) => line.text === '')) problems.push({ line: 1, message: '文件没有文字' });
  else reportMissing();
  const anchorAt = (offset: number): string => anchorAtOffset(sections, offset);
  const effects = readEffects(canonical, front.title === null ? 1 : (lines[front.bodyAt]?.number ?? 1), { title: front.title, titleLine: front.titleLine, effectiveOn, issuedOn, anchorAt });

  return {
    kind: 'official', title: front.title, bodyTitle: regions.bodyTitle, docNumber: front.docNumber, issuer, areaCode: areaOfDocument({ issuer, title: front.title })?.code ?? null, jointIssuers: issuers.slice(1), addressees: front.addressees,
    signedOn, publishedOn: front.publishedOn, effectiveOn, expiresOn: front.expiresOn ?? validity.expiresOn,
    openness: openness.openness, opennessMark: openness.mark, sections, attachments: regions.attachments,
    citations: citationsOf(canonical, anchorAt, front.docNumber, [front.title, regions.bodyTitle]),
    ...effects, text: canonical.text, problems: problems.sort((a, b) => a.line - b.line),
  };

  function reportMissing(): void {
    if (front.title === null) problems.push({ line: 1, message: '没有找到标题' });
    if (front.docNumber === null) problems.push({ line: 1, message: '没有找到发文字号' });
    if (issuer === null) problems.push({ line: 1, message: '没有找到发文机关' });
    else if (issuers.length === 0) problems.push({ line: front.titleLine ?? 1, message: `没有找到落款，发文机关“${issuer}”取自${front.issuer ? '版头或网页信息' : '标题'}，请核对` });
    if (signedOn === null) problems.push({ line: regions.signature ? lineAt(lines, lines[0]!.offset) : 1, message: '没有找到成文日期' });
    if (sections.length === 0) problems.push({ line: 1, message: '没有读到正文' });
  }
}

function treeOf(regions: Regions, problems: Problem[]): SectionNode[] {
  const anchors = new Anchors();
  const body = buildSections(regions.body, { prefix: '', anchors, problems });
  const notice = buildSections(regions.notice, { prefix: 'notice-', anchors, problems });
  const appendices = regions.appendices.flatMap((appendix, index) => {
    const first = appendix.lines[0];
    const node: SectionNode = { anchor: anchors.claim(`appendix-${index + 1}`), parentAnchor: null, depth: 1, kind: 'appendix', label: `附件${index + 1}`, heading: appendix.title, text: '', line: appendix.line, start: first ? first.offset : 0, end: first ? first.offset : 0 };
    return [node, ...buildSections(appendix.lines, { prefix: `appendix-${index + 1}-`, anchors, problems, parent: node })];
  });
  return [...notice, ...body, ...appendices].sort((a, b) => a.line - b.line || a.start - b.start);
}

/** The anchor of the node an offset lies in; 'title' above the first one. */
export function anchorAtOffset(sections: readonly SectionNode[], offset: number): string {
  let anchor = 'title';
  for (const section of sections) {
    if (section.start > offset) break;
    anchor = section.anchor;
  }
  return anchor;
}

/** Citations with their place; the document's own number and title count as speech about itself. */
export function citationsOf(canonical: CanonicalText, anchorAt: (offset: number) => string, docNumber: string | null, ownTitles: readonly (string | null)[]): OfficialDocumentDraft['citations'] {
  const own = new Set(ownTitles.filter((title) => title !== null).map((title) => titleKey(title)));
  return findCitations(canonical.text).flatMap((citation) => {
    if (citation.title === null && citation.docNumber !== null && citation.docNumber === docNumber) return [];
    const self = citation.self || (citation.title !== null && own.has(titleKey(citation.title)));
    return [{ ...citation, self, anchor: anchorAt(citation.start), line: lineAt(canonical.lines, citation.start) }];
  });
}
