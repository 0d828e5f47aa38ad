import { endpoints, LIMITS, PLATFORM_WORDS, type RepostAssignmentView, type RepostTaskView } from '@govmedia-hub/contracts';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct, useCall } from '../../api/queries.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

interface TaskFields { title: string; sourceUrl: string; text?: string; deadlineAt: Dayjs; orgIds?: string[]; accountIds?: string[] }

export function CreateTask({ close }: { close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<TaskFields>();
  const units = useCall(endpoints.listOrganisations, {});
  const accounts = useCall(endpoints.listAccounts, { query: { status: 'active', limit: 100 } });
  const act = useAct(endpoints.createRepostTask, { done: () => { void message.success('已下达。'); close(); } });
  const submit = ({ title, sourceUrl, text, deadlineAt, orgIds, accountIds }: TaskFields) => act.mutate({ body: { title: title.trim(), sourceUrl: sourceUrl.trim(), text: text?.trim() ?? '', deadlineAt: deadlineAt.toISOString(), orgIds: orgIds ?? [], accountIds: accountIds ?? [] } });
  return (
    <Modal open title="下达必转任务" okText="下达" cancelText="取消" width={640} onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ title: '标题', sourceUrl: '来源链接', deadlineAt: '期限', text: '要求' }} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ deadlineAt: dayjs().add(1, 'day').hour(18).minute(0) }} onFinish={submit}>
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题。' }]}><Input maxLength={LIMITS.titleChars} /></Form.Item>
        <Form.Item name="sourceUrl" label={<FieldLabel hint="须在稿源名单内。">来源链接</FieldLabel>} rules={[{ required: true, message: '请填写来源链接。' }]}><Input type="url" placeholder="https://" maxLength={500} /></Form.Item>
        <Form.Item name="text" label="转载要求或原文（可不填）"><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LIMITS.blockChars} /></Form.Item>
        <Form.Item name="deadlineAt" label="期限" rules={[{ required: true, message: '请选择期限。' }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" minDate={dayjs()} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="orgIds" label={<FieldLabel hint="单位的全部正常账号。">单位</FieldLabel>} rules={[({ getFieldValue }) => ({ validator: (_, value) => ((value ?? []).length + (getFieldValue('accountIds') ?? []).length > 0 ? Promise.resolve() : Promise.reject(new Error('请选择单位或账号。'))) })]}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))} /></Form.Item>
        <Form.Item name="accountIds" label="账号"><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(accounts.data?.items ?? []).map((account) => ({ value: account.id, label: `${account.name}（${PLATFORM_WORDS[account.platform]}）` }))} /></Form.Item>
      </Form>
    </Modal>
  );
}

export function GiveReceipt({ part, close }: { part: RepostAssignmentView; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ url: string; note?: string }>();
  const act = useAct(endpoints.giveReceipt, { done: () => { void message.success('已登记。'); close(); } });
  return (
    <Modal open title={`回执：${part.accountName}`} okText="登记" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ url: '转载链接', note: '说明' }} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ url: part.url ?? '', note: part.note ?? '' }} onFinish={({ url, note }) => act.mutate({ params: { id: part.id }, body: { url: url.trim(), note: note?.trim() || null, seenVersion: part.version } })}>
        <Form.Item name="url" label="转载链接" rules={[{ required: true, message: '请填写转载链接。' }]}><Input type="url" placeholder="https://" maxLength={500} /></Form.Item>
        <Form.Item name="note" label="说明（可不填）"><Input maxLength={LIMITS.reasonChars} /></Form.Item>
      </Form>
    </Modal>
  );
}

export function CloseTask({ task, close }: { task: RepostTaskView; close: () => void }) {
  const { message } = App.useApp();
  const act = useAct(endpoints.closeRepostTask, { done: () => { void message.success('已结束。'); close(); } });
  return <ReasonDialog title={`结束：${task.title}`} verb="结束任务" label="说明" consequence={task.done < task.total ? `还有 ${task.total - task.done} 个账号没有回执，结束后不能再填。` : '全部账号已有回执。'} onCancel={close} busy={act.isPending} problem={act.error} onSubmit={(reason) => act.mutate({ params: { id: task.id }, body: { reason, seenVersion: task.version } })} />;
}
