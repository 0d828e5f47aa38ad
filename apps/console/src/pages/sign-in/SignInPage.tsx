import { endpoints } from '@govmedia-hub/contracts';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useAct } from '../../api/queries.js';
import { useDoor } from '../../app/session.js';
import './sign-in.css';

/** 登录 */
export default function SignInPage() {
  const { enter } = useDoor();
  const signIn = useAct(endpoints.signIn, { done: enter });
  useEffect(() => { document.title = '登录 · 政务新媒体内容中心'; }, []);
  const problem = signIn.error;
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>政务新媒体内容中心</h1>
        <p className="sign-in-sub">工作人员登录</p>
        {problem && (
          <Alert
            type={problem.code === 'session.locked_out' ? 'warning' : 'error'} showIcon role="alert" style={{ marginBottom: 16 }} title={problem.title}
            description={problem.code === 'session.bad_credentials' ? '请检查大小写和输入法。连续输错会暂时锁定账户。' : problem.detail}
          />
        )}
        <Form layout="vertical" requiredMark={false} onFinish={(values: { username: string; password: string }) => signIn.mutate({ body: { username: values.username.trim(), password: values.password } })}>
          <Form.Item name="username" label="用户名" rules={[{ required: true, whitespace: true, message: '请输入用户名。' }]}><Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" maxLength={40} /></Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码。' }]}><Input.Password autoComplete="current-password" size="large" maxLength={200} /></Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>登录</Button>
        </Form>
        <p className="sign-in-help">忘记密码或账户被锁定，请联系本单位的系统管理员。群众服务请到<a href="/">政务服务首页</a>，不需要登录。</p>
      </div>
      <footer className="sign-in-notice"><span aria-hidden="true">▲</span> 本系统为非涉密系统，严禁录入涉密信息</footer>
    </main>
  );
}
