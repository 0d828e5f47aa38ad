import type { CitationView, CitedByView, PublicDocumentView } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';
import { GuideRow, PublicationRow, QuestionRow } from '../../components/rows.js';
import { DocNumber, ValidityChip } from '../../components/validity-chip.js';
import { Box, Link, Press, Words } from '../../elements/elements.js';
import { policyLink } from '../../routes/paths.js';
import { partName, titled } from '../../words/names.js';

function Part({ title, className, children, of }: { title: string; className: string; of: readonly unknown[]; children: ReactNode }) {
  if (!of.length) return null;
  return (
    <Box as="section" className={`part ${className}`}>
      <Box as="h2" className="part-title">{title}</Box>
      <Box as="ul" className="rows">{children}</Box>
    </Box>
  );
}

const RESOLUTION_WORDS: Record<CitationView['resolution'], string | null> = { resolved: null, named: '库中只有标题', article_missing: '库中没有这一条', not_in_library: '库中没有这份文件' };

/** Each cited document once, however often the text names it. */
export function citedDocuments(citations: readonly CitationView[], ownId: string): CitationView[] {
  const seen = new Map<string, CitationView>();
  for (const citation of citations) {
    if (citation.documentId === ownId) continue;
    const key = citation.documentId ?? citation.docNumber ?? citation.title;
    if (key && !seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}

/** Each citing document once for each article that it names; as a whole only when it names none. */
export function citingPlaces(citedBy: readonly CitedByView[]): CitedByView[] {
  const named = new Set(citedBy.flatMap(({ documentId, targetAnchor }) => (targetAnchor ? [documentId] : [])));
  const seen = new Set<string>();
  return citedBy.filter(({ documentId, targetAnchor }) => {
    const key = `${documentId} ${targetAnchor ?? ''}`;
    if (seen.has(key) || (!targetAnchor && named.has(documentId))) return false;
    seen.add(key);
    return true;
  });
}

/** Below the text: attachments, what was published about it, services, what it cites and what cites it. */
export function PolicyRelations({ policy, onOwnAnchor }: { policy: PublicDocumentView; onOwnAnchor: (anchor: string) => void }) {
  const cited = citedDocuments(policy.citations, policy.id);
  const citing = citingPlaces(policy.citedBy);
  // Questions and guides have their own lists below.
  const readings = policy.publications.filter((publication) => publication.kind !== 'qa' && publication.kind !== 'guide');
  return (
    <Box className="policy-relations">
      <Part title="附件" className="policy-attachments" of={policy.attachments}>
        {policy.attachments.map((attachment, index) => <Box as="li" key={index} className="row"><Words>{attachment.title}</Words></Box>)}
      </Part>
      <Part title="解读" className="policy-publications" of={readings}>
        {readings.map((publication) => <PublicationRow key={publication.id} publication={publication} />)}
      </Part>
      <Part title="问答" className="policy-questions" of={policy.questions}>
        {policy.questions.map((question) => <QuestionRow key={question.id} question={question} />)}
      </Part>
      <Part title="相关办事" className="policy-guides" of={policy.guides}>
        {policy.guides.map((guide) => <GuideRow key={guide.id} guide={guide} />)}
      </Part>
      <Part title="引用的文件" className="policy-citations" of={cited}>
        {cited.map((citation, index) => (
          <Box as="li" key={index} className="row citation-row">
            {citation.documentId && citation.resolution !== 'named' ? (
              <Link to={policyLink(citation.documentId, citation.targetAnchor)} className="row-title">{citation.title ? titled(citation.title) : citation.text}</Link>
            ) : (
              <Words className="row-title is-plain">{citation.title ? titled(citation.title) : citation.text}</Words>
            )}
            <Box className="row-meta">
              {citation.docNumber ? <DocNumber number={citation.docNumber} validity={citation.validity} /> : null}
              <ValidityChip validity={citation.validity} />
              {RESOLUTION_WORDS[citation.resolution] ? <Words>{RESOLUTION_WORDS[citation.resolution]}</Words> : null}
            </Box>
          </Box>
        ))}
      </Part>
      <Part title="引用本文的文件" className="policy-cited-by" of={citing}>
        {citing.map((place, index) => (
          <Box as="li" key={index} className="row citing-row">
            <Link to={policyLink(place.documentId, place.anchor)} className="row-title">{titled(place.title)}</Link>
            <Box className="row-meta">
              {place.docNumber ? <DocNumber number={place.docNumber} validity={place.validity} /> : null}
              <ValidityChip validity={place.validity} />
              {place.targetAnchor ? <CitedArticle anchor={place.targetAnchor} policy={policy} onOwnAnchor={onOwnAnchor} /> : null}
            </Box>
          </Box>
        ))}
      </Part>
    </Box>
  );
}

function CitedArticle({ anchor, policy, onOwnAnchor }: { anchor: string; policy: PublicDocumentView; onOwnAnchor: (anchor: string) => void }) {
  const label = policy.sections.find((section) => section.anchor === anchor)?.label;
  return label ? <Press className="cited-article" onPress={() => onOwnAnchor(anchor)}>引用本文{partName(label)}</Press> : null;
}
