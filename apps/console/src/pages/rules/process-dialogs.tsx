import { CONTENT_KIND_WORDS, CONTENT_KINDS, endpoints, type ContentKind, type ReviewProcessChangeView, type ReviewProcessVersionView } from '@govmedia-hub/contracts';
import { App, Input, Modal, Select, Spin, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { civilDateAt, formatCivilDate } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

const columns: TableColumnsType<ReviewProcessChangeView> = [
  { title: '步骤', dataIndex: 'step', width: 130 },
  { title: '哪一点', dataIndex: 'what', width: 130 },
  { title: '在用版本', key: 'before', render: (_, row) => (row.before === null ? <span className="quiet">没有</span> : <del>{row.before}</del>) },
  { title: '这一版', key: 'after', render: (_, row) => (row.after === null ? <span className="quiet">没有</span> : <ins>{row.after}</ins>) },
];

/** What a version changes against the one in force. */
export function ProcessChanges({ version }: { version: ReviewProcessVersionView }) {
  const { data, error, refetch } = useCall(endpoints.compareReviewProcess, { params: { id: version.id! } });
  if (!data) return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Spin />;
  if (data.changes.length === 0) return <p className="quiet">与在用的第{data.withNumber}版没有差别。</p>;
  return <Table<ReviewProcessChangeView> aria-label={`与在用的第${data.withNumber}版的差别`} size="small" rowKey={(row) => `${row.step}${row.what}`} dataSource={data.changes} columns={columns} pagination={false} scroll={{ x: 620 }} />;
}

/** From which day on texts that are handed in go by a draft. */
export function ProcessEffectDialog({ kind, version, close }: { kind: ContentKind; version: ReviewProcessVersionView; close: () => void }) {
  const { message } = App.useApp();
  const today = civilDateAt(Date.now());
  const [from, setFrom] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const act = useAct(endpoints.makeReviewProcessEffective, { done: () => { void message.success(from === today ? '已生效。' : `将于${formatCivilDate(from)}零时生效。`); close(); } });
  return (
    <Modal
      open width={760} title={`使${CONTENT_KIND_WORDS[kind]}第${version.number}版生效`} okText={from === today ? '立即生效' : '按日期生效'} cancelText="取消" onCancel={close} confirmLoading={act.isPending} mask={{ closable: false }} okButtonProps={{ disabled: !from }}
      onOk={() => from && act.mutate({ params: { id: version.id! }, body: { seenVersion: version.version, effectiveFrom: from, ...(note.trim() ? { note: note.trim() } : {}) } })}
    >
      <ProblemAlert problem={act.error} names={{ effectiveFrom: '生效日期' }} />
      <p className="callout import-part">从生效日期零时起送审的{CONTENT_KIND_WORDS[kind]}按这一版办理。已经在审的按送审那天的版本办到底。</p>
      <div className="import-part"><ProcessChanges version={version} /></div>
      <label className="stack import-part"><span>生效日期</span><CivilDateInput aria-label="生效日期" value={from} onChange={setFrom} /></label>
      <label className="stack"><span>说明（可不填）</span><Input.TextArea value={note} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} onChange={(event) => setNote(event.target.value)} /></label>
    </Modal>
  );
}

/** Begins a draft from the process in force of this kind or of another one. */
export function ProcessStartDialog({ kind, close }: { kind: ContentKind; close: () => void }) {
  const [copyOf, setCopyOf] = useState<ContentKind>(kind);
  const act = useAct(endpoints.startReviewProcess, { done: close });
  return (
    <Modal open title={`修改${CONTENT_KIND_WORDS[kind]}的审核流程`} okText="建立草稿" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => act.mutate({ body: { kind, copyOf } })}>
      <ProblemAlert problem={act.error} />
      <p className="import-part">从在用的版本建立一份草稿，改好后定生效日期。在此之前不影响任何内容。</p>
      <label className="stack"><span>照哪一类内容的在用版本</span><Select aria-label="照哪一类内容的在用版本" value={copyOf} onChange={setCopyOf} options={CONTENT_KINDS.map((each) => ({ value: each, label: CONTENT_KIND_WORDS[each] }))} /></label>
    </Modal>
  );
}

/** Takes a version that has not begun back into a draft. */
export function ProcessCancelDialog({ version, close }: { version: ReviewProcessVersionView; close: () => void }) {
  const act = useAct(endpoints.cancelReviewProcess, { done: close });
  return (
    <ReasonDialog
      title={`取消第${version.number}版的生效`} verb="取消生效" danger label="取消的理由" busy={act.isPending} problem={act.error} onCancel={close}
      consequence={`第${version.number}版原定${formatCivilDate(version.effectiveFrom)}生效，取消后变回草稿。`}
      onSubmit={(reason) => act.mutate({ params: { id: version.id! }, body: { seenVersion: version.version, reason } })}
    />
  );
}
