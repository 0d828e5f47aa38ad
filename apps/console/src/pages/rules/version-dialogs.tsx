import { endpoints, type LexiconDetailView, type LexiconVersionView } from '@govmedia-hub/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { civilDateAt, formatCivilDate } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

const today = () => civilDateAt(Date.now());

/** From which day on a draft is used. */
export function EffectDialog({ lexicon, version, close }: { lexicon: LexiconDetailView; version: LexiconVersionView; close: () => void }) {
  const { message } = App.useApp();
  const [from, setFrom] = useState<string | null>(today());
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const act = useAct(endpoints.makeLexiconEffective, { shows: { endpoint: endpoints.getLexicon, id: lexicon.id }, done: () => { void message.success(from === today() ? '已生效。' : `将于${formatCivilDate(from)}零时生效。`); close(); } });
  return (
    <Modal
      open title={`使第${version.number}版生效`} okText={from === today() ? '立即生效' : '按日期生效'} cancelText="取消" onCancel={close} confirmLoading={act.isPending} mask={{ closable: false }} okButtonProps={{ disabled: !from }}
      onOk={() => from && act.mutate({ params: { id: version.id }, body: { seenVersion: version.version, effectiveFrom: from, effectiveTo: to, ...(note.trim() ? { note: note.trim() } : {}) } })}
    >
      <ProblemAlert problem={act.error} names={{ effectiveFrom: '生效日期', effectiveTo: '截止日期' }} />
      <p className="callout import-part">从生效日期零时起，所有单位的检查都用这一版。正在审核和待发布的内容会按新版本重新检查，有新问题的关口重新打开；已发布的内容不受影响，也不妨碍撤回。</p>
      <label className="stack import-part"><span>生效日期</span><CivilDateInput aria-label="生效日期" value={from} onChange={setFrom} /></label>
      <label className="stack import-part"><span>截止日期（可不填；过后恢复使用上一版）</span><CivilDateInput aria-label="截止日期" value={to} onChange={setTo} /></label>
      <label className="stack"><span>说明（可不填）</span><Input.TextArea value={note} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} onChange={(event) => setNote(event.target.value)} /></label>
    </Modal>
  );
}

/** Puts an earlier version in force again. */
export function RollbackDialog({ lexicon, version, close }: { lexicon: LexiconDetailView; version: LexiconVersionView; close: () => void }) {
  const { message } = App.useApp();
  const [from, setFrom] = useState<string | null>(today());
  const act = useAct(endpoints.rollBackLexicon, { shows: { endpoint: endpoints.getLexicon, id: lexicon.id }, done: () => { void message.success(`已恢复第${version.number}版的内容。`); close(); } });
  return (
    <ReasonDialog
      title={`恢复第${version.number}版`} verb="恢复" danger label="恢复的理由" busy={act.isPending} problem={act.error} onCancel={close} onSubmit={(reason) => from && act.mutate({ params: { id: version.id }, body: { reason, effectiveFrom: from } })}
      consequence={<>会新建一个与第{version.number}版（{version.entries.toLocaleString('zh-CN')} 条）内容相同的版本，从下面的日期零时起使用；{lexicon.inForce && lexicon.inForce.id !== version.id ? `在用的第${lexicon.inForce.number}版不再使用，仍可查看。` : '其他版本仍可查看。'}</>}
    >
      <label className="stack import-part"><span>生效日期</span><CivilDateInput aria-label="生效日期" value={from} onChange={setFrom} /></label>
    </ReasonDialog>
  );
}

/** Takes a version that has not begun back into a draft. */
export function CancelDialog({ lexicon, version, close }: { lexicon: LexiconDetailView; version: LexiconVersionView; close: () => void }) {
  const act = useAct(endpoints.cancelLexiconVersion, { shows: { endpoint: endpoints.getLexicon, id: lexicon.id }, done: close });
  return (
    <ReasonDialog
      title={`取消第${version.number}版的生效`} verb="取消生效" danger label="取消的理由" busy={act.isPending} problem={act.error} onCancel={close}
      consequence={`第${version.number}版原定${formatCivilDate(version.effectiveFrom)}生效，取消后变回草稿。`}
      onSubmit={(reason) => act.mutate({ params: { id: version.id }, body: { seenVersion: version.version, reason } })}
    />
  );
}

/** Begins a draft from the version in use. */
export function DraftDialog({ lexicon, close, done }: { lexicon: LexiconDetailView; close: () => void; done: () => void }) {
  const act = useAct(endpoints.startLexiconDraft, { shows: { endpoint: endpoints.getLexicon, id: lexicon.id }, done });
  return (
    <ReasonDialog
      title="逐条修改" verb="新建草稿" label="本次修改的来源（文号或网址）" maxChars={200} busy={act.isPending} problem={act.error} onCancel={close}
      consequence={lexicon.inForce ? `新建一份与在用的第${lexicon.inForce.number}版相同的草稿，在草稿上修改；生效之前不影响检查。` : '新建一份空的草稿，逐条添加；生效之前不影响检查。'}
      onSubmit={(source) => act.mutate({ params: { id: lexicon.id }, body: { source } })}
    />
  );
}
