import { endpoints, type PersonView, type SessionView } from '@govmedia-hub/contracts';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { ProblemAlert } from '../components/ProblemAlert.js';

/** The same person signs in again over the page; what was typed stays where it is. */
export function SignInAgain({ person, answer }: { person: PersonView; answer: (session: SessionView | null) => void }) {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      answer(await call(endpoints.signIn, { body: { username: person.username, password } }));
    } catch (failure) {
      setProblem(failure as ApiProblem);
      setBusy(false);
    }
  };
  return (
    <Modal open title="登录已过期，请重新登录" closable={false} keyboard={false} mask={{ closable: false }} footer={null} width={420} zIndex={1500}>
      <p className="quiet" style={{ marginBottom: 16 }}>您填写的内容仍在本页，登录后刚才的操作会继续办理。</p>
      <ProblemAlert problem={problem} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: { password: string }) => void submit(values)}>
        <p style={{ marginBottom: 16 }}>登录人员　<b>{person.name}</b>（{person.username}）<input type="hidden" autoComplete="username" value={person.username} readOnly /></p>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码。' }]}><Input.Password autoFocus autoComplete="current-password" /></Form.Item>
        <div className="row-between">
          <Button type="text" onClick={() => answer(null)}>改用其他人员登录</Button>
          <Button type="primary" htmlType="submit" loading={busy}>重新登录</Button>
        </div>
      </Form>
    </Modal>
  );
}
