import { endpoints, LIMITS, ROLE_WORDS, ROLES, type CreatePersonRequest, type OrganisationView } from '@govmedia-hub/contracts';
import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useEffect } from 'react';
import { useAct } from '../../api/queries.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** Enters a person with the posts held. */
export function AddPerson({ organisations, close }: { organisations: readonly OrganisationView[]; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<CreatePersonRequest>();
  const act = useAct(endpoints.createPerson, { done: (person) => { void message.success(`已增加 ${person.name}。`); close(); } });
  useEffect(() => {
    if (!act.error) return;
    form.setFields(act.error.errors.map(({ field, message: text }) => ({ name: field as keyof CreatePersonRequest, errors: [text] })));
    if (act.error.code === 'organisations.username_taken') form.setFields([{ name: 'username', errors: [act.error.title] }]);
    if (act.error.code === 'organisations.weak_password') form.setFields([{ name: 'password', errors: [act.error.title] }]);
  }, [act.error, form]);
  return (
    <Modal open title="增加人员" okText="增加" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ username: '用户名', name: '姓名', post: '职务', orgId: '单位', roles: '岗位', password: '初始密码' }} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ roles: [] }} onFinish={(body) => act.mutate({ body })}>
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名。' }]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="username" label={<FieldLabel hint="3-40 个小写字母、数字或连字符，以字母开头。">用户名</FieldLabel>} rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{2,39}$/, message: '3-40 个小写字母、数字或连字符，以字母开头。' }]}><Input autoComplete="off" autoCapitalize="none" /></Form.Item>
        <Form.Item name="orgId" label="单位" rules={[{ required: true, message: '请选择单位。' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={organisations.map((org) => ({ value: org.id, label: org.name }))} /></Form.Item>
        <Form.Item name="post" label="职务" rules={[{ required: true, whitespace: true, message: '请填写职务。' }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="roles" label={<FieldLabel hint="撰写、审核、发布应由不同的人担任。">岗位</FieldLabel>} rules={[{ required: true, type: 'array', min: 1, message: '至少选一个岗位。' }]}><Checkbox.Group options={ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))} /></Form.Item>
        <Form.Item name="password" label={<FieldLabel hint={`至少 ${LIMITS.passwordMinChars} 个字符，包含字母、数字和符号中的两类。请当面或电话告知，并提醒登录后修改。`}>初始密码</FieldLabel>} rules={[{ required: true, min: LIMITS.passwordMinChars, message: `至少 ${LIMITS.passwordMinChars} 个字符。` }]}><Input.Password autoComplete="new-password" /></Form.Item>
      </Form>
    </Modal>
  );
}
