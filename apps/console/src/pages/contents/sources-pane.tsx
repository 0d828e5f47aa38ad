import { endpoints, type BoundSourceView } from '@govmedia-hub/contracts';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useCall } from '../../api/queries.js';
import { CitationLine } from '../../components/CitationLine.js';
import { OpennessTag } from '../../components/OpennessTag.js';
import { PolicyText } from '../../components/PolicyText.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** The bound source beside the text, open at the bound passage. */
export function SourcesPane({ sources }: { sources: readonly BoundSourceView[] }) {
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [sources]);
  const source = sources[at] ?? sources[0];
  const { data, error, refetch } = useCall(endpoints.getDocument, { params: { id: source?.documentId ?? '' } }, { enabled: source !== undefined });
  if (!source) return <p className="quiet">没有绑定依据。</p>;
  return (
    <div className="sources-pane">
      {sources.length > 1 && (
        <div className="sources-tabs" role="tablist" aria-label="依据">
          {sources.map((one, i) => <button key={`${one.documentId} ${one.anchor}`} type="button" role="tab" aria-selected={i === at} onClick={() => setAt(i)}>{one.docNumber ?? one.title} {one.label ?? ''}</button>)}
        </div>
      )}
      <p className="sources-head"><CitationLine documentId={source.documentId} title={source.title} docNumber={source.docNumber} label={source.label} anchor={source.anchor} validity={source.validity}><OpennessTag openness={source.openness} /></CitationLine></p>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <div className="sources-scroll" tabIndex={0} data-source-text="">{data ? <PolicyText sections={data.sections} active={source.anchor} prefix="source-" /> : !error && <Spin />}</div>
    </div>
  );
}
