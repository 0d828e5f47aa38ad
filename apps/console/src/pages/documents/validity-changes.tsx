import type { DocumentDraftView } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { Section } from '../../components/PageHeader.js';
import { sectionName } from '../../components/PolicyText.js';
import { ValidityChip } from '../../components/ValidityChip.js';

/** 效力变化: what did what to the document, from when, and in which articles. */
export function ValidityChanges({ document, onRecord, onRevoke }: { document: DocumentDraftView; onRecord: (() => void) | null; onRevoke: ((changeId: string) => void) | null }) {
  const names = new Map(document.sections.map((section) => [section.anchor, sectionName(section)]));
  return (
    <Section title="效力变化" extra={onRecord && <Button size="small" onClick={onRecord}>登记效力变化</Button>}>
      {document.validityChanges.length === 0 && <p className="quiet">没有其他文件修改、废止它或者宣布它失效。</p>}
      <ul className="rows">
        {document.validityChanges.map((change) => (
          <li key={change.id}>
            <div className="row-between">
              <div className="row">
                <ValidityChip validity={change.validity} />
                <span>{change.fromOn ? `自${formatCivilDate(change.fromOn)}起` : '日期未写明'}</span>
                {change.byTitle && <span>依据 {change.byDocumentId ? <Link className="serif" to={`/documents/${change.byDocumentId}`}>《{change.byTitle}》</Link> : `《${change.byTitle}》`} {change.byDocNumber ?? ''}</span>}
                {change.recorded && <span className="quiet small">人工登记</span>}
              </div>
              {onRevoke && <Button size="small" type="text" onClick={() => onRevoke(change.id)}>更正</Button>}
            </div>
            {change.validity === 'amended' && <p className="small">{change.anchors === null ? '没有写明改动哪些条款，按整份文件处理' : <>改动 {change.anchors.map((anchor, i) => <span key={anchor}>{i > 0 && '、'}{names.has(anchor) ? <a href={`#${anchor}`}>{names.get(anchor)}</a> : anchor}</span>)}</>}</p>}
            <p className="small quiet">{change.text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
