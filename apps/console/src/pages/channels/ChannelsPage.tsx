import { CHANNEL_KIND_WORDS, endpoints, type ChannelView } from '@govmedia-hub/contracts';
import { App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { EmptyState, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import './channels.css';
import { ChannelForm } from './channel-form.js';

const SECRET_WORDS = { signingKey: '签名密钥', appSecret: 'AppSecret', callbackToken: '令牌', encodingAesKey: '加解密密钥' } as const;

/** 渠道设置 */
export default function ChannelsPage() {
  const { message } = App.useApp();
  const { may, person } = useSession();
  const { data, error, refetch, isPending } = useCall(endpoints.listChannels, {});
  const [form, setForm] = useState<ChannelView | 'new' | null>(null);
  const trial = useAct(endpoints.tryChannel, { done: (its) => void (its.ok ? message.success(its.message) : message.error(its.message, 8)) });
  const columns: TableColumnsType<ChannelView> = [
    { title: '渠道', key: 'name', width: 170, fixed: 'left', render: (_, row) => <b>{row.name}</b> },
    { title: '方式', key: 'kind', width: 120, render: (_, row) => <span className="one-line" title={CHANNEL_KIND_WORDS[row.kind]}>{CHANNEL_KIND_WORDS[row.kind]}</span> },
    { title: '账号', dataIndex: 'accountName', width: 120, ellipsis: true },
    { title: '单位', dataIndex: 'orgName', width: 180, ellipsis: true },
    { title: '状态', key: 'active', width: 96, render: (_, row) => (row.frozen ? <StatusTag tone="seal" shape="■">已冻结</StatusTag> : row.active ? <StatusTag tone="good" shape="●">启用</StatusTag> : <StatusTag tone="grey" shape="○">停用</StatusTag>) },
    { title: '凭据', key: 'secrets', width: 180, render: (_, row) => (row.secretsSet.length > 0 ? `已设置：${row.secretsSet.map((name) => SECRET_WORDS[name]).join('、')}` : <span className="quiet">{row.kind === 'export' ? '不需要' : '未设置'}</span>) },
    { title: '操作', key: 'acts', width: 140, render: (_, row) => may('publisher') && row.orgId === person.orgId && <span className="row"><Button size="small" onClick={() => setForm(row)}>设置</Button>{row.active && <Button size="small" loading={trial.isPending && trial.variables?.params?.id === row.id} onClick={() => trial.mutate({ params: { id: row.id } })}>测试</Button>}</span> },
  ];
  return (
    <div className="page">
      <PageHeader title="渠道设置" actions={may('publisher') && <Button type="primary" onClick={() => setForm('new')}>新建渠道</Button>} />
      <p className="quiet" style={{ marginBottom: 16 }}>审定的内容通过渠道送到各平台。每个渠道对应一个已备案的账号。凭据加密保存，填入后不再显示。</p>
      <ProblemAlert problem={error ?? trial.error} retry={() => void refetch()} />
      <Table<ChannelView> aria-label="渠道" rowKey="id" dataSource={data ?? []} columns={columns} pagination={false} loading={{ spinning: isPending, delay: 200 }} scroll={{ x: 1006 }} locale={{ emptyText: isPending || error ? ' ' : <EmptyState title="还没有渠道">{may('publisher') ? '新建一个渠道，审定的内容就能送到公众号、门户网站，或导出后人工发布。' : '由发布人员新建。'}</EmptyState> }} />
      {form && <ChannelForm channel={form === 'new' ? null : form} close={() => setForm(null)} />}
    </div>
  );
}
