import { endpoints, LIMITS } from '@govmedia-hub/contracts';
import { App, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { useAct } from '../../api/queries.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

interface PostFields { title: string; text: string; url?: string; publishedAt: Dayjs }

/** Notes what was published on the platform; the register of updates lives on it. */
export function RecordPost({ accountId, close }: { accountId: string; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<PostFields>();
  const act = useAct(endpoints.recordAccountPost, { done: () => { void message.success('已登记。'); close(); } });
  useEffect(() => {
    if (act.error) form.setFields(act.error.errors.map(({ field, message: text }) => ({ name: field as keyof PostFields, errors: [text] })));
  }, [act.error, form]);
  return (
    <Modal open title="登记发布" okText="登记" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ title: '标题', text: '正文', url: '链接', publishedAt: '发布时间' }} />
      <Form form={form} layout="vertical" initialValues={{ publishedAt: dayjs() }} onFinish={({ title, text, url, publishedAt }) => act.mutate({ params: { id: accountId }, body: { title: title.trim(), text, url: url?.trim() || null, publishedAt: publishedAt.toISOString() } })}>
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题。' }]}><Input maxLength={LIMITS.titleChars} /></Form.Item>
        <Form.Item name="text" label={<FieldLabel hint="检查时用来核对表述。">正文</FieldLabel>} initialValue="" rules={[{ required: true, whitespace: true, message: '请粘贴正文。' }]}><Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} /></Form.Item>
        <Form.Item name="url" label="链接"><Input type="url" placeholder="https://" /></Form.Item>
        <Form.Item name="publishedAt" label="发布时间" rules={[{ required: true, message: '请选择发布时间。' }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" maxDate={dayjs()} style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}
