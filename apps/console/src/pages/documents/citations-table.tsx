import type { CitationView, SectionView } from '@govmedia-hub/contracts';
import { CitationLine } from '../../components/CitationLine.js';
import { sectionName } from '../../components/PolicyText.js';

const RESOLUTIONS: Record<CitationView['resolution'], string> = { resolved: '已查到', named: '仅知标题，库中没有正文', article_missing: '文件查到，但没有这一条', not_in_library: '库中没有' };

/** Every citation with the place where it stands and how its target stands. */
export function CitationsTable({ citations, sections }: { citations: readonly CitationView[]; sections: readonly SectionView[] }) {
  if (citations.length === 0) return <p className="quiet">没有引用其他文件。</p>;
  const names = new Map(sections.map((section) => [section.anchor, sectionName(section)]));
  return (
    <ul className="rows">
      {citations.map((citation, i) => (
        <li key={i} className="citation-row">
          <a className="quiet small" href={`#${citation.anchor}`}>{names.get(citation.anchor) ?? '正文'}</a>
          <div>
            <CitationLine documentId={citation.documentId} title={citation.title} docNumber={citation.docNumber} label={citation.article} anchor={citation.targetAnchor} validity={citation.validity} />
            <p className="small quiet">原文：{citation.text} · {RESOLUTIONS[citation.resolution]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
