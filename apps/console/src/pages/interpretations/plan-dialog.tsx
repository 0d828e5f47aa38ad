import { endpoints, type CoverageRowView } from '@govmedia-hub/contracts';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { choiceOf, InterpretationPlanFields, type PlanDraft } from '../../components/InterpretationPlanFields.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

const draftOf = ({ plan }: CoverageRowView): PlanDraft => ({ way: plan ? (plan.exemption ? 'exemption' : 'plan') : null, forms: plan?.forms ?? [], ownerOrgId: plan?.ownerOrgId || null, dueOn: plan?.dueOn ?? null, kind: plan?.exemption?.kind ?? null, reason: plan?.exemption?.reason ?? '' });

/** Makes or changes the plan of a policy that is public. */
export function PlanDialog({ row, close }: { row: CoverageRowView; close: () => void }) {
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => draftOf(row));
  const save = useAct(endpoints.setInterpretationPlan, { done: () => { void message.success('解读方案已记录。'); close(); } });
  return (
    <Modal open title={`解读方案：${row.title}`} okText="保存方案" cancelText="取消" confirmLoading={save.isPending} onCancel={close} onOk={() => save.mutate({ params: { id: row.documentId }, body: choiceOf(draft) ?? {} })} mask={{ closable: false }} width={560}>
      <ProblemAlert problem={save.error} />
      <InterpretationPlanFields value={draft} change={(changes) => setDraft({ ...draft, ...changes })} problem={null} />
    </Modal>
  );
}
