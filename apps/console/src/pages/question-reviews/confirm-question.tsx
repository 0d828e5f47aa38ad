import { endpoints, type QuestionReviewView } from '@govmedia-hub/contracts';
import { App } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

/** A reviewer finds a published Q&A still right until a day. */
export function ConfirmQuestion({ row, onClose }: { row: QuestionReviewView; onClose: () => void }) {
  const { message } = App.useApp();
  const [nextReviewOn, setNextReviewOn] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const confirm = useAct(endpoints.confirmQuestion, { done: () => { void message.success('已确认仍然正确，到下次复审日期前30天再列出。'); onClose(); } });
  return (
    <ReasonDialog
      title="仍然正确" verb="确认" label="核对情况" consequence="群众看到的问答不变，您的姓名、理由和下次复审日期会记入记录。" busy={confirm.isPending} problem={confirm.error} onCancel={onClose}
      onSubmit={(reason) => (nextReviewOn ? confirm.mutate({ params: { id: row.questionId }, body: { seenVersion: row.version, reason, nextReviewOn } }) : setMissing(true))}
    >
      <p className="hint">{row.question}</p>
      {row.said.length > 0 && <div style={{ marginBottom: 12 }}><span className="quiet">群众说：</span><ul style={{ margin: 0, paddingLeft: 18 }}>{row.said.map((words, i) => <li key={i}>{words}</li>)}</ul></div>}
      <label className="stack" style={{ marginBottom: 12 }}>
        <span>下次复审日期（一年以内）</span>
        <CivilDateInput aria-label="下次复审日期" value={nextReviewOn} onChange={(on) => { setNextReviewOn(on); setMissing(false); }} width={220} />
        {missing && <span className="field-error" role="alert">请选择下次复审日期。</span>}
      </label>
    </ReasonDialog>
  );
}
