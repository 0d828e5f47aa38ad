import { ANSWERING_VALIDITIES, type BoundSourceView, type ContentKind } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import type { ApiProblem } from '../../../api/api-problem.js';
import { CitationLine } from '../../../components/CitationLine.js';
import { OpennessTag } from '../../../components/OpennessTag.js';

const NEEDS_SOURCE: readonly ContentKind[] = ['interpretation', 'qa', 'guide'];

/** The policies that the text stands on. */
export function SourcesField({ sources, kind, problem, add, replace, remove }: { sources: readonly BoundSourceView[]; kind: ContentKind; problem: ApiProblem | null; add: () => void; replace: (index: number) => void; remove: (index: number) => void }) {
  const refused = problem?.code.startsWith('contents.source_') ? problem.title : problem?.messageFor('sources');
  return (
    <div className="editor-field" data-field="sources" tabIndex={-1}>
      <span className="editor-label">依据的政策文件{NEEDS_SOURCE.includes(kind) ? '' : '（可不绑定）'}</span>
      {sources.length > 0 && (
        <ul className="editor-sources">
          {sources.map((source, i) => (
            <li key={`${source.documentId} ${source.anchor}`}>
              <div>
                <CitationLine documentId={source.documentId} title={source.title} docNumber={source.docNumber} label={source.label ?? '整份文件'} anchor={source.anchor} validity={source.validity}>{source.openness !== 'proactive' && <OpennessTag openness={source.openness} />}</CitationLine>
                {!ANSWERING_VALIDITIES.includes(source.validity) && <p className="field-error">这份文件现在不能作为答复群众的依据。</p>}
              </div>
              <span className="row"><Button size="small" onClick={() => replace(i)}>选择条款</Button><Button size="small" type="text" aria-label={`移除依据 ${source.title}`} onClick={() => remove(i)}>✕</Button></span>
            </li>
          ))}
        </ul>
      )}
      <div><Button onClick={add}>绑定依据</Button></div>
      {refused && <span className="field-error">{refused}</span>}
    </div>
  );
}
