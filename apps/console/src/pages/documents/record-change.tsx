import { endpoints, LIMITS, VALIDITY_WORDS, type BoundSourceView, type DocumentDraftView, type RecordValidityChangeRequest } from '@govmedia-hub/contracts';
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { sectionName } from '../../components/PolicyText.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { SourcePicker } from '../../components/SourcePicker.js';

const KINDS = ['repealed', 'declared_lapsed', 'amended'] as const;

/** Records by hand what another document does to this one. */
export function RecordChange({ document, onClose }: { document: DocumentDraftView; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ validity: RecordValidityChangeRequest['validity']; fromOn: string; anchors?: string[]; text: string }>();
  const [by, setBy] = useState<BoundSourceView | null>(null);
  const [picking, setPicking] = useState(false);
  const [missing, setMissing] = useState(false);
  const validity = Form.useWatch('validity', form);
  const record = useAct(endpoints.recordValidityChange, { shows: { endpoint: endpoints.getDocument, id: document.id }, done: () => { void message.success('已登记。引用这份文件的内容会收到复核任务。'); onClose(); } });
  const send = async (): Promise<void> => {
    setMissing(by === null);
    const values = await form.validateFields().catch(() => null);
    if (!values || !by) return;
    record.mutate({ params: { id: document.id }, body: { seenVersion: document.version, validity: values.validity, fromOn: values.fromOn, byDocumentId: by.documentId, text: values.text.trim(), anchors: values.validity === 'amended' && values.anchors?.length ? values.anchors : null } });
  };
  return (
    <Modal open title="登记效力变化" okText="登记" cancelText="取消" width={600} mask={{ closable: false }} confirmLoading={record.isPending} onOk={() => void send()} onCancel={onClose}>
      <ProblemAlert problem={record.error} names={{ byDocumentId: '依据的文件', fromOn: '起始日期', text: '原文或说明' }} />
      <p className="hint">只登记机器没有从条文中读出的变化。登记后，群众立即看到新的效力，引用它的问答、解读和办事指南会生成复核任务。</p>
      <Form form={form} layout="vertical" initialValues={{ validity: 'repealed' }} requiredMark={false}>
        <Form.Item name="validity" label="变化"><Radio.Group options={KINDS.map((kind) => ({ value: kind, label: VALIDITY_WORDS[kind].label }))} /></Form.Item>
        <Form.Item label={<FieldLabel hint="库中已公开的决定、通知或清单">依据的文件</FieldLabel>} validateStatus={missing && !by ? 'error' : ''} help={missing && !by ? '请选择依据的文件。' : undefined}>
          <span className="row">{by ? <span className="serif">《{by.title}》{by.docNumber ?? ''}</span> : null}<Button id="byDocumentId" onClick={() => setPicking(true)}>{by ? '换一份' : '选择文件'}</Button></span>
        </Form.Item>
        <Form.Item name="fromOn" label="自哪一天起" rules={[{ required: true, message: '请填写起始日期。' }]}><CivilDateInput aria-label="自哪一天起" width={220} /></Form.Item>
        {validity === 'amended' && (
          <Form.Item name="anchors" label={<FieldLabel hint="不选则视为整份文件都可能改动，全部相关问答都要复核">改动的条款</FieldLabel>}>
            <Select mode="multiple" aria-label="改动的条款" placeholder="选择条款" optionFilterProp="label" options={document.sections.filter((section) => section.label).map((section) => ({ value: section.anchor, label: sectionName(section) }))} />
          </Form.Item>
        )}
        <Form.Item name="text" label="原文或说明" rules={[{ required: true, whitespace: true, message: '请抄录依据文件中的原文。' }]}><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={LIMITS.reasonChars} showCount /></Form.Item>
      </Form>
      {picking && <SourcePicker onChoose={(source) => { setBy(source); setPicking(false); }} onCancel={() => setPicking(false)} />}
    </Modal>
  );
}
