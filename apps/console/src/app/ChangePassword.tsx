import { endpoints, LIMITS } from '@govmedia-hub/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useAct } from '../api/queries.js';
import { FieldLabel } from '../components/PageHeader.js';
import { ProblemAlert } from '../components/ProblemAlert.js';

export function ChangePassword({ close }: { close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ current: string; next: string; again: string }>();
  const act = useAct(endpoints.changePassword, { done: () => { void message.success('密码已修改，下次登录请用新密码。'); close(); } });
  return (
    <Modal open title="修改密码" okText="修改密码" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()}>
      <ProblemAlert problem={act.error} names={{ current: '当前密码', next: '新密码' }} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ current, next }) => act.mutate({ body: { current, next } })}>
        <Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请输入当前密码。' }]}><Input.Password autoComplete="current-password" /></Form.Item>
        <Form.Item name="next" label={<FieldLabel hint={`至少 ${LIMITS.passwordMinChars} 个字符，包含字母、数字和符号中的两类。`}>新密码</FieldLabel>} rules={[{ required: true, min: LIMITS.passwordMinChars, message: `至少 ${LIMITS.passwordMinChars} 个字符。` }]}><Input.Password autoComplete="new-password" /></Form.Item>
        <Form.Item name="again" label="再输入一次新密码" dependencies={['next']} rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次输入的新密码不一致。'))) })]}><Input.Password autoComplete="new-password" /></Form.Item>
      </Form>
    </Modal>
  );
}
