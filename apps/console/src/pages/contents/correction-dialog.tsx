import { endpoints, LIMITS, type ContentView } from '@govmedia-hub/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/queries.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** 更正: says what was wrong and what is right; the notice that comes of it is reviewed like any text. */
export function CorrectionDialog({ content, close }: { content: ContentView; close: () => void }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ wrong: string; right: string; note?: string }>();
  const act = useAct(endpoints.createCorrection, { done: (draft) => { void message.success('更正已起草，核对后送审。'); void navigate(`/contents/${draft.id}/edit`); } });
  return (
    <Modal open title="起草更正" okText="起草更正" cancelText="取消" width={620} onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ wrong: '原文', right: '更正为', note: '补充说明' }} />
      <p className="callout" style={{ marginBottom: 16 }}>更正经五关三审后发布，群众在原文页面会看到更正。原文本身有误仍挂在网上的，请同时修改或撤回。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ wrong, right, note }) => act.mutate({ params: { id: content.id }, body: { wrong: wrong.trim(), right: right.trim(), note: note?.trim() || null } })}>
        <Form.Item name="wrong" label={<FieldLabel hint="照抄有误的那句话。">原文</FieldLabel>} rules={[{ required: true, whitespace: true, message: '请填写有误的原文。' }]}><Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={LIMITS.opinionChars} /></Form.Item>
        <Form.Item name="right" label="更正为" rules={[{ required: true, whitespace: true, message: '请填写正确的内容。' }]}><Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={LIMITS.opinionChars} /></Form.Item>
        <Form.Item name="note" label="补充说明（可不填）"><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={LIMITS.opinionChars} /></Form.Item>
      </Form>
    </Modal>
  );
}
