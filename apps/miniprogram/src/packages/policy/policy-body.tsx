import { VALIDITY_WORDS, type CitationView, type PublicDocumentView, type SectionView } from '@govmedia-hub/contracts';
import { Box, Link, Press, Words } from '../../elements/elements.js';
import { policyLink } from '../../routes/paths.js';
import { cutAtSpans, locate } from '../../words/spans.js';
import { bodyOf, topDepth } from './sections.js';

const QUIET = new Set(['in_force', 'unknown']);

function Cited({ citation, policyId, text, onOwnAnchor }: { citation: CitationView; policyId: string; text: string; onOwnAnchor: (anchor: string) => void }) {
  const mark = QUIET.has(citation.validity) ? null : <Words className={`citation-mark validity-${citation.validity}`}>（{VALIDITY_WORDS[citation.validity].label}）</Words>;
  if (!citation.documentId || citation.resolution === 'named' || citation.resolution === 'not_in_library')
    return (
      <>
        <Words className="citation is-unlinked">{text}</Words>
        {mark}
      </>
    );
  if (citation.documentId === policyId && citation.targetAnchor) {
    const anchor = citation.targetAnchor;
    return <Press className="citation citation-own" onPress={() => onOwnAnchor(anchor)}>{text}</Press>;
  }
  return (
    <>
      <Link inline to={policyLink(citation.documentId, citation.targetAnchor)} className="citation">{text}</Link>
      {mark}
    </>
  );
}

function Section({ section, level, policy, isTarget, onOwnAnchor }: { section: SectionView; level: number; policy: PublicDocumentView; isTarget: boolean; onOwnAnchor: (anchor: string) => void }) {
  const body = bodyOf(section);
  const citations = policy.citations.filter((citation) => citation.anchor === section.anchor);
  const heading = section.heading ? `${section.label}${section.label && !/[、）.]$/.test(section.label) ? '　' : ''}${section.heading}` : null;
  return (
    <Box as="section" id={section.anchor} className={`policy-section section-${section.kind} level-${Math.min(level, 3)} ${isTarget ? 'is-target' : ''}`}>
      {heading ? <Box as={level === 0 ? 'h2' : 'h3'} className="section-heading">{heading}</Box> : null}
      {body || !heading ? (
        <Box className="section-text">
          {!heading && section.label ? <Words as="strong" className="section-label">{section.label}</Words> : null}
          {cutAtSpans(body, locate(body, citations)).map((piece, index) =>
            piece.mark ? <Cited key={index} citation={piece.mark.citation} policyId={policy.id} text={piece.text} onOwnAnchor={onOwnAnchor} /> : <Words key={index} selectable>{piece.text}</Words>,
          )}
        </Box>
      ) : null}
    </Box>
  );
}

/** The text of the document: articles with anchors, the linked one marked, citations quiet inside the text. */
export function PolicyBody({ policy, target, onOwnAnchor }: { policy: PublicDocumentView; target: string | null; onOwnAnchor: (anchor: string) => void }) {
  const top = topDepth(policy.sections);
  return (
    <Box className="policy-body">
      {policy.sections.map((section) => (
        <Section key={section.anchor} section={section} level={section.depth - top} policy={policy} isTarget={section.anchor === target} onOwnAnchor={onOwnAnchor} />
      ))}
    </Box>
  );
}
