import { DISCLOSURE_LIMITS, endpoints, type StaffDisclosureDutyView } from '@govmedia-hub/contracts';
import { App, Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReleasedDocuments } from '../../components/ReleasedDocuments.js';

/** The latest that is public under a duty; what was recorded by hand can be taken off. */
export function DisclosedList({ duty, busy, onRemove }: { duty: StaffDisclosureDutyView; busy: boolean; onRemove: (id: string) => void }) {
  if (duty.entries.length === 0) return <span className="quiet">没有</span>;
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {duty.entries.map(({ id, title, link, publishedOn }, i) => (
        <li key={id ?? i} style={{ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }} title={title}>
          <span className="quiet">{formatCivilDate(publishedOn)}</span> <a href={link} target="_blank" rel="noopener noreferrer">{title}</a>
          {id && duty.mine && <Popconfirm title="从目录删除这条记录？" description="网上的内容不受影响。" okText="删除" cancelText="不删" onConfirm={() => onRemove(id)}><Button size="small" type="link" danger disabled={busy} aria-label={`删除 ${title}`}>删除</Button></Popconfirm>}
        </li>
      ))}
      {duty.disclosed > duty.entries.length && <li className="quiet">共 {duty.disclosed} 条</li>}
    </ul>
  );
}

/** Records what a unit made public: a document of the library or an address elsewhere. */
export function RecordDisclosure({ duty, onClose }: { duty: StaffDisclosureDutyView; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ title: string; address: string; publishedOn: string | null }>();
  const [document, setDocument] = useState<{ id: string; title: string } | null>(null);
  const [picking, setPicking] = useState(false);
  const record = useAct(endpoints.recordDisclosure, { done: () => { void message.success('已登记，目录已更新。'); onClose(); } });
  const send = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    record.mutate({ body: { itemCode: duty.itemCode, orgId: duty.orgId, title: values.title.trim(), documentId: document?.id ?? null, address: document ? null : values.address.trim(), publishedOn: values.publishedOn! } });
  };
  return (
    <Modal open title="登记公开" okText="登记" cancelText="取消" confirmLoading={record.isPending} mask={{ closable: false }} width={640} onOk={() => void send()} onCancel={onClose}>
      <ProblemAlert problem={record.error} names={{ title: '名称', address: '网址', publishedOn: '公开日期' }} />
      <p className="hint">{duty.orgName}　{duty.itemName}</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ title: '', address: '', publishedOn: null }}>
        <Form.Item name="title" label="公开内容的名称" rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}><Input maxLength={DISCLOSURE_LIMITS.titleChars} /></Form.Item>
        {document ? (
          <Form.Item label="公开的文件"><span className="serif">{document.title}</span> <Button size="small" onClick={() => setDocument(null)}>改为网址</Button></Form.Item>
        ) : (
          <Form.Item name="address" label="公开的网址" extra={<Button size="small" style={{ marginTop: 6 }} onClick={() => setPicking(true)}>改选文件库里的文件</Button>} rules={[{ required: true, whitespace: true, message: '请填写网址，或者选一份已公开的文件。' }]}><Input maxLength={DISCLOSURE_LIMITS.addressChars} placeholder="https://" /></Form.Item>
        )}
        <Form.Item name="publishedOn" label="公开日期" rules={[{ required: true, message: '请填写公开日期。' }]}><CivilDateInput aria-label="公开日期" width={220} /></Form.Item>
      </Form>
      {picking && (
        <Modal open title="选择已公开的文件" footer={null} width={760} onCancel={() => setPicking(false)}>
          <ReleasedDocuments none="只有已公开的文件才能登记。" title={(found) => <button type="button" className="plain-link serif" onClick={() => { setDocument(found); form.setFieldsValue({ title: form.getFieldValue('title') || found.title, publishedOn: form.getFieldValue('publishedOn') ?? found.publishedOn }); setPicking(false); }}>{found.title}</button>} />
        </Modal>
      )}
    </Modal>
  );
}
