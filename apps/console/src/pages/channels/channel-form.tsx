import { CHANNEL_KIND_WORDS, CHANNEL_KINDS, endpoints, PLATFORM_WORDS, type ChannelKind, type ChannelSecrets, type ChannelView, type SaveChannelRequest } from '@govmedia-hub/contracts';
import { App, Drawer, Button, Form, Input, Select, Switch, Typography } from 'antd';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

interface Fields { kind: ChannelKind; name: string; accountId: string; active: boolean; url?: string; appId?: string; author?: string; hints?: string; signingKey?: string; appSecret?: string; callbackToken?: string; encodingAesKey?: string }

const NAMES = { name: '名称', accountId: '账号', kind: '方式', 'settings.url': '推送地址', 'settings.appId': 'AppID', 'settings.author': '作者', 'secrets.appSecret': 'AppSecret', 'secrets.signingKey': '签名密钥', 'secrets.callbackToken': '令牌', 'secrets.encodingAesKey': '消息加解密密钥' };
const given = (text: string | undefined): string | undefined => text?.trim() || undefined;
const withoutEmpty = <T extends object>(its: T): T => Object.fromEntries(Object.entries(its).filter(([, value]) => value !== undefined)) as T;

function toRequest(values: Fields, channel: ChannelView | null): SaveChannelRequest {
  const secrets = withoutEmpty<ChannelSecrets>({ signingKey: given(values.signingKey)!, appSecret: given(values.appSecret)!, callbackToken: given(values.callbackToken)!, encodingAesKey: given(values.encodingAesKey)! });
  return {
    kind: values.kind, name: values.name.trim(), accountId: values.accountId, active: values.active, settings: withoutEmpty({ url: given(values.url)!, appId: given(values.appId)!, author: given(values.author)!, hints: given(values.hints)! }),
    ...(Object.keys(secrets).length > 0 ? { secrets } : {}), ...(channel ? { seenVersion: channel.version } : {}),
  };
}

/** Settings of a channel; a secret that is left empty stays as it is. */
export function ChannelForm({ channel, close }: { channel: ChannelView | null; close: () => void }) {
  const { message } = App.useApp();
  const { person } = useSession();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? channel?.kind ?? 'webhook';
  const accounts = useCall(endpoints.listAccounts, { query: { status: 'active', orgId: person.orgId, limit: 100 } });
  const after = { done: () => { void message.success('已保存。'); close(); } };
  const create = useAct(endpoints.createChannel, after);
  const saveAct = useAct(endpoints.saveChannel, after);
  const submit = (values: Fields) => (channel ? saveAct.mutate({ params: { id: channel.id }, body: toRequest(values, channel) }) : create.mutate({ body: toRequest(values, null) }));
  const secret = (name: keyof ChannelSecrets, label: string, hint: string) => <Form.Item name={name} label={<FieldLabel hint={hint}>{label}</FieldLabel>}><Input.Password autoComplete="new-password" placeholder={channel?.secretsSet.includes(name) ? '已设置，留空则不变' : '未设置'} /></Form.Item>;
  return (
    <Drawer open onClose={close} size={520} title={channel ? `设置：${channel.name}` : '新建渠道'} mask={{ closable: false }} footer={<div className="row"><Button type="primary" loading={create.isPending || saveAct.isPending} onClick={() => form.submit()}>保存</Button><Button onClick={close}>取消</Button></div>}>
      <ProblemAlert problem={create.error ?? saveAct.error} names={NAMES} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={channel ? { kind: channel.kind, name: channel.name, accountId: channel.accountId, active: channel.active, ...channel.settings } : { kind: 'webhook', active: true }} onFinish={submit}>
        <Form.Item name="kind" label="方式"><Select disabled={channel !== null} options={CHANNEL_KINDS.map((value) => ({ value, label: CHANNEL_KIND_WORDS[value] }))} /></Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}><Input maxLength={80} placeholder="例如：云溪人社公众号" /></Form.Item>
        <Form.Item name="accountId" label={<FieldLabel hint="只列出本单位已备案、状态正常的账号。">对应账号</FieldLabel>} rules={[{ required: true, message: '请选择账号。' }]}><Select disabled={channel !== null} loading={accounts.isPending} notFoundContent="本单位没有状态正常的账号，请先办理备案。" options={(accounts.data?.items ?? []).filter((account) => kind !== 'wechat_official' || account.platform === 'wechat_official').map((account) => ({ value: account.id, label: `${account.name}（${PLATFORM_WORDS[account.platform]}）` }))} /></Form.Item>
        {kind === 'webhook' && (<>
          <Form.Item name="url" label={<FieldLabel hint="接收方的网址，须在互联网上，使用 80 或 443 端口。">推送地址</FieldLabel>} rules={[{ required: true, message: '请填写推送地址。' }]}><Input type="url" placeholder="https://" maxLength={500} /></Form.Item>
          {secret('signingKey', '签名密钥', '与接收方约定，至少 24 个字符。')}
        </>)}
        {kind === 'wechat_official' && (<>
          <Form.Item name="appId" label={<FieldLabel hint="公众号后台“设置与开发 - 基本配置”。">AppID</FieldLabel>} rules={[{ required: true, message: '请填写 AppID。' }]}><Input placeholder="wx…" maxLength={18} /></Form.Item>
          {secret('appSecret', 'AppSecret', '在公众号后台重置后填入；同时把本系统出口地址加入 IP 白名单。')}
          <Form.Item name="author" label={<FieldLabel hint="显示在标题下，最多 16 字，可不填。">作者</FieldLabel>}><Input maxLength={16} /></Form.Item>
          {secret('callbackToken', '令牌（Token）', '接收发布结果用，可不填；不填时系统定时查询。')}
          {secret('encodingAesKey', '消息加解密密钥', '43 位。填写后只接受加密消息。')}
          {channel?.callbackUrl && <p className="small">服务器地址（填到公众号后台）：<Typography.Text copyable code>{channel.callbackUrl}</Typography.Text></p>}
        </>)}
        {kind === 'export' && <Form.Item name="hints" label={<FieldLabel hint="写进发布清单，每行一条。">平台注意事项</FieldLabel>}><Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} /></Form.Item>}
        <Form.Item name="active" label="启用" valuePropName="checked"><Switch checkedChildren="启用" unCheckedChildren="停用" /></Form.Item>
      </Form>
    </Drawer>
  );
}
