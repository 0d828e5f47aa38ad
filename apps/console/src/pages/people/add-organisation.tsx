import { endpoints, ORGANISATION_KIND_WORDS, type CreateOrganisationRequest, type OrganisationView } from '@govmedia-hub/contracts';
import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useEffect } from 'react';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { civilDateAt } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

const NAMES: Partial<Record<keyof CreateOrganisationRequest, string>> = { name: '全称', shortName: '简称', kind: '类别', creditCode: '统一社会信用代码', region: '行政区', parentId: '上级单位', duties: '职责', address: '地址', phone: '电话', effectiveFrom: '起始日期' };

/** Enters a unit. */
export function AddOrganisation({ organisations, close }: { organisations: readonly OrganisationView[]; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<CreateOrganisationRequest>();
  const act = useAct(endpoints.createOrganisation, { done: (org) => { void message.success(`已增加 ${org.name}。`); close(); } });
  useEffect(() => {
    if (act.error) form.setFields(act.error.errors.map(({ field, message: text }) => ({ name: field as keyof CreateOrganisationRequest, errors: [text] })));
  }, [act.error, form]);
  const send = (values: CreateOrganisationRequest) => act.mutate({ body: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as unknown as CreateOrganisationRequest });
  return (
    <Modal open title="增加单位" okText="增加" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={NAMES} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'bureau', region: organisations[0]?.region ?? '', effectiveFrom: civilDateAt(Date.now()), supervising: false }} onFinish={send}>
        <Form.Item name="name" label="全称" rules={[{ required: true, whitespace: true, message: '请填写全称。' }]}><Input /></Form.Item>
        <Form.Item name="shortName" label="简称" rules={[{ required: true, whitespace: true, message: '请填写简称。' }]}><Input /></Form.Item>
        <Form.Item name="kind" label="类别"><Select options={Object.entries(ORGANISATION_KIND_WORDS).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="region" label="行政区" rules={[{ required: true, whitespace: true, message: '请填写行政区。' }]}><Input /></Form.Item>
        <Form.Item name="parentId" label="上级单位（可不填）"><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={organisations.map((org) => ({ value: org.id, label: org.name }))} /></Form.Item>
        <Form.Item name="creditCode" label="统一社会信用代码（可不填）" rules={[{ pattern: /^[0-9A-Z]{18}$/, message: '18 位数字或大写字母。' }]}><Input maxLength={18} /></Form.Item>
        <Form.Item name="duties" label="职责（可不填）"><Input.TextArea autoSize={{ minRows: 2 }} /></Form.Item>
        <Form.Item name="address" label="地址（可不填）"><Input /></Form.Item>
        <Form.Item name="phone" label="电话（可不填）"><Input type="tel" /></Form.Item>
        <Form.Item name="effectiveFrom" label="起始日期" rules={[{ required: true, message: '请选择起始日期。' }]}><CivilDateInput /></Form.Item>
        <Form.Item name="supervising" valuePropName="checked"><Checkbox>是本市政务新媒体主管单位</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}
