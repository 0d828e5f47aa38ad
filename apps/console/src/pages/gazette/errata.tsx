import { endpoints, LIMITS, type GazetteErratumView, type GazetteIssueView } from '@govmedia-hub/contracts';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';

/** Corrections of a signed issue: one person writes them down, another lets them out. */
export function Errata({ issue, may }: { issue: GazetteIssueView; may: boolean }) {
  const session = useSession();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [itemId, setItemId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const shows = { endpoint: endpoints.getGazetteIssue, id: issue.id };
  const record = useAct(endpoints.recordErratum, { shows, done: () => { setOpen(false); setText(''); setItemId(null); void message.success('已登记，由另一位主管人员确认后公开。'); } });
  const confirm = useAct(endpoints.confirmErratum, { shows, done: () => void message.success('已确认，群众看得到这条更正。') });
  const items = issue.sections.flatMap((section) => section.items);
  const titleOf = (erratum: GazetteErratumView) => items.find((item) => item.id === erratum.itemId)?.title;
  return (
    <Section title={`更正（${issue.errata.length}）`} extra={may && <Button size="small" onClick={() => setOpen(true)}>登记更正</Button>}>
      <ProblemAlert problem={confirm.error} />
      {issue.errata.length === 0 ? <p className="quiet">没有更正。</p> : (
        <ul className="rows">
          {issue.errata.map((erratum) => (
            <li key={erratum.id} className="row-between">
              <span className="gazette-order">{titleOf(erratum) && <span className="serif">《{titleOf(erratum)}》　</span>}{erratum.text}<span className="cell-sub">{erratum.recordedByName}登记，{formatInstant(erratum.at)}{erratum.confirmedAt ? `；${erratum.confirmedByName}确认，${formatInstant(erratum.confirmedAt)}` : ''}</span></span>
              <span className="row">{erratum.confirmedAt ? <StatusTag tone="good" shape="●">已公开</StatusTag> : <StatusTag tone="amber" shape="△">待确认</StatusTag>}{!erratum.confirmedAt && session.may('supervisor') && erratum.own && <span className="quiet">由另一位主管人员确认</span>}{!erratum.confirmedAt && session.may('supervisor') && !erratum.own && <Button size="small" loading={confirm.isPending} aria-label={`确认更正 ${erratum.text.slice(0, 20)}`} onClick={() => confirm.mutate({ params: { id: erratum.id } })}>确认并公开</Button>}</span>
            </li>
          ))}
        </ul>
      )}
      <Modal open={open} title="登记更正" okText="登记" cancelText="取消" okButtonProps={{ disabled: text.trim() === '' }} confirmLoading={record.isPending} onCancel={() => setOpen(false)} onOk={() => record.mutate({ params: { id: issue.id }, body: { itemId, text } })}>
        <ProblemAlert problem={record.error} />
        <p className="hint">正文保持签发时的样子。更正由另一位主管人员确认后，列在正文旁边，也印在 PDF 后面。</p>
        <label className="stack" style={{ marginBottom: 12 }}><span>哪一份文件（不选就是整期）</span><Select<string> aria-label="哪一份文件" allowClear value={itemId} options={items.map((item) => ({ value: item.id, label: item.title }))} onChange={(next) => setItemId(next ?? null)} /></label>
        <label className="stack"><span>更正内容</span><Input.TextArea aria-label="更正内容" placeholder="写明哪一条、原文、应为什么" value={text} maxLength={LIMITS.reasonChars} showCount autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setText(event.target.value)} /></label>
      </Modal>
    </Section>
  );
}
