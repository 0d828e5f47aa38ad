import { endpoints, GAZETTE_LIMITS, GAZETTE_SECTIONS, type GazetteIssueSummaryView, type GazetteIssueView, type SaveGazetteIssueRequest } from '@govmedia-hub/contracts';
import { App, AutoComplete, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { civilDateAt } from '../../components/dates/civil-date.js';
import { Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { PickDocuments } from './pick-documents.js';
import { SignIssue } from './sign-issue.js';

interface Picked { documentId: string; title: string; docNumber: string | null }
interface Edited { year: number; issueNo: number | null; totalNo: number | null; publishedOn: string | null; sections: { name: string; items: Picked[] }[] }

/** The number after the latest one. */
function nextAfter(latest: GazetteIssueSummaryView | null): Edited {
  const publishedOn = civilDateAt(Date.now());
  const year = Number(publishedOn.slice(0, 4));
  return { year, issueNo: latest?.year === year ? latest.issueNo + 1 : 1, totalNo: latest?.totalNo ? latest.totalNo + 1 : null, publishedOn, sections: [{ name: GAZETTE_SECTIONS[0], items: [] }] };
}

const editedOf = (issue: GazetteIssueView): Edited => ({
  year: issue.year, issueNo: issue.issueNo, totalNo: issue.totalNo, publishedOn: issue.publishedOn,
  sections: issue.sections.map((section) => ({ name: section.name, items: section.items.flatMap(({ documentId, title, docNumber }) => (documentId ? [{ documentId, title, docNumber }] : [])) })),
});

const swapped = <T,>(list: readonly T[], at: number, to: number): T[] => list.map((each, i) => (i === at ? list[to]! : i === to ? list[at]! : each));

/** The issue while it is composed: number, day, sections and the documents in them. */
export function IssueEditor({ issue, latest }: { issue: GazetteIssueView | null; latest: GazetteIssueSummaryView | null }) {
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const [edited, setEdited] = useState<Edited>(() => (issue ? editedOf(issue) : nextAfter(latest)));
  const [dirty, setDirty] = useState(issue === null || issue.sections.some((section) => section.items.some((item) => item.withdrawn)));
  const [picking, setPicking] = useState<number | null>(null);
  const change = (part: Partial<Edited>) => { setEdited((before) => ({ ...before, ...part })); setDirty(true); };
  const section = (at: number, part: Partial<Edited['sections'][number]>) => change({ sections: edited.sections.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  const shows = issue ? { shows: { endpoint: endpoints.getGazetteIssue, id: issue.id } } : {};
  const done = (view: GazetteIssueView) => {
    setDirty(false);
    void message.success('已保存。');
    if (!issue) void navigate(`/gazette/${view.id}`, { replace: true });
  };
  const create = useAct(endpoints.createGazetteIssue, { done });
  const save = useAct(endpoints.saveGazetteIssue, { ...shows, done });
  const discard = useAct(endpoints.discardGazetteIssue, { done: () => { void message.success('已作废。'); void navigate('/gazette', { replace: true }); } });
  const filled = edited.sections.filter((each) => each.items.length > 0);
  const nameless = filled.some((each) => each.name.trim() === '');
  const ready = edited.issueNo !== null && edited.publishedOn !== null && !nameless;
  const send = () => {
    const body: SaveGazetteIssueRequest = { seenVersion: issue?.version ?? 0, year: edited.year, issueNo: edited.issueNo!, totalNo: edited.totalNo, publishedOn: edited.publishedOn!, sections: filled.map((each) => ({ name: each.name, documentIds: each.items.map((item) => item.documentId) })) };
    if (issue) save.mutate({ params: { id: issue.id }, body });
    else create.mutate({ body });
  };
  const confirmDiscard = () => modal.confirm({ title: '作废这一期', content: '编好的栏目和顺序都会丢掉，不能恢复。文件库里的文件不受影响。', okText: '作废', okButtonProps: { danger: true }, cancelText: '再看看', onOk: () => discard.mutateAsync({ params: { id: issue!.id }, body: { seenVersion: issue!.version } }).catch(() => undefined) });
  return (
    <>
      <ProblemAlert problem={create.error ?? save.error ?? discard.error} names={{ issueNo: '期号', year: '年份', totalNo: '总期号', publishedOn: '出版日期', sections: '栏目' }} />
      <div className="gazette-head">
        <label className="stack"><span>年份</span><InputNumber aria-label="年份" value={edited.year} min={GAZETTE_LIMITS.firstYear} max={GAZETTE_LIMITS.lastYear} onChange={(year) => change({ year: year ?? edited.year })} /></label>
        <label className="stack"><span>第几期</span><InputNumber aria-label="第几期" value={edited.issueNo} min={1} max={GAZETTE_LIMITS.issueNo} onChange={(issueNo) => change({ issueNo })} /></label>
        <label className="stack"><span>总第几期（可不填）</span><InputNumber aria-label="总第几期" value={edited.totalNo} min={1} max={GAZETTE_LIMITS.totalNo} onChange={(totalNo) => change({ totalNo })} /></label>
        <label className="stack"><span>出版日期（这一天起群众看得到）</span><CivilDateInput aria-label="出版日期" width={210} value={edited.publishedOn} onChange={(publishedOn) => change({ publishedOn })} /></label>
      </div>
      {edited.sections.map((part, at) => (
        <Section
          key={at}
          title={<AutoComplete aria-label={`栏目 ${at + 1} 的名称`} placeholder="栏目名称" value={part.name} options={GAZETTE_SECTIONS.map((value) => ({ value }))} style={{ width: 240 }} maxLength={GAZETTE_LIMITS.sectionChars} onChange={(name) => section(at, { name })} />}
          extra={(
            <span className="row">
              <Button size="small" onClick={() => setPicking(at)}>加入文件</Button>
              <Button size="small" type="text" disabled={at === 0} aria-label={`上移栏目 ${part.name}`} onClick={() => change({ sections: swapped(edited.sections, at, at - 1) })}>上移</Button>
              <Button size="small" type="text" danger aria-label={`删去栏目 ${part.name}`} onClick={() => change({ sections: edited.sections.filter((_, i) => i !== at) })}>删去栏目</Button>
            </span>
          )}
        >
          {part.items.length === 0 ? <p className="quiet">这个栏目还没有文件，保存时不会保留。</p> : (
            <ol className="rows">
              {part.items.map((item, i) => (
                <li key={item.documentId} className="row-between">
                  <span className="gazette-order"><Link className="serif" to={`/documents/${item.documentId}`}>{item.title}</Link>　<span className="quiet">{item.docNumber ?? ''}</span></span>
                  <span className="row">
                    <Button size="small" type="text" disabled={i === 0} aria-label={`上移 ${item.title}`} onClick={() => section(at, { items: swapped(part.items, i, i - 1) })}>上移</Button>
                    <Button size="small" type="text" disabled={i === part.items.length - 1} aria-label={`下移 ${item.title}`} onClick={() => section(at, { items: swapped(part.items, i, i + 1) })}>下移</Button>
                    <Button size="small" type="text" danger aria-label={`移出 ${item.title}`} onClick={() => section(at, { items: part.items.filter((_, n) => n !== i) })}>移出</Button>
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Section>
      ))}
      <div className="row-between gazette-acts">
        <span className="row"><Button onClick={() => change({ sections: [...edited.sections, { name: '', items: [] }] })}>增加栏目</Button>{issue && <Button danger type="text" loading={discard.isPending} onClick={confirmDiscard}>作废</Button>}</span>
        <span className="row">
          {nameless ? <span className="quiet" role="status">有栏目没有名称</span> : dirty && <span className="quiet" role="status">有没有保存的修改</span>}
          {issue && <Button disabled={dirty} href={addressOf(endpoints.getGazetteProof.path, { params: { id: issue.id } })}>下载校样 PDF</Button>}
          <Button type={dirty ? 'primary' : 'default'} disabled={!ready || !dirty} loading={create.isPending || save.isPending} onClick={send}>保存</Button>
          {issue && <SignIssue issue={issue} disabled={dirty} />}
        </span>
      </div>
      {picking !== null && <PickDocuments section={edited.sections[picking]!.name} chosen={new Set(edited.sections.flatMap((each) => each.items.map((item) => item.documentId)))} onChoose={({ id, title, docNumber }) => section(picking, { items: [...edited.sections[picking]!.items, { documentId: id, title, docNumber }] })} onClose={() => setPicking(null)} />}
    </>
  );
}
