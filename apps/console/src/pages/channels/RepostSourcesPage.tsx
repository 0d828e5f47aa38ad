import { endpoints, REPOST_SOURCE_KIND_WORDS, REPOST_SOURCE_KINDS, type RepostSourceKind, type RepostSourceView } from '@govmedia-hub/contracts';
import { App, Button, Form, Input, Modal, Select, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { useAct, useCall } from '../../api/queries.js';
import type { ApiProblem } from '../../api/api-problem.js';
import { useSession } from '../../app/session.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { FieldLabel, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import './channels.css';

/** 稿源名单 */
export default function RepostSourcesPage() {
  const { may } = useSession();
  const { message } = App.useApp();
  const { data, error, refetch, isPending } = useCall(endpoints.listRepostSources, {});
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ listed: boolean; message: string } | null>(null);
  const [askProblem, setAskProblem] = useState<ApiProblem | null>(null);
  const end = useAct(endpoints.endRepostSource, { done: () => void message.success('已停用。') });
  const columns: TableColumnsType<RepostSourceView> = [
    { title: '名称', key: 'name', width: 210, fixed: 'left', render: (_, row) => <><b>{row.name}</b><span className="cell-sub">{row.host}</span></> },
    { title: '类别', key: 'kind', width: 120, render: (_, row) => REPOST_SOURCE_KIND_WORDS[row.kind] },
    { title: '依据', dataIndex: 'basis', width: 300 },
    { title: '起止', key: 'dates', width: 170, render: (_, row) => <>{formatCivilDate(row.effectiveFrom)}起{row.effectiveTo && <span className="cell-sub">{formatCivilDate(row.effectiveTo)}停用</span>}</> },
    { title: '状态', key: 'state', width: 100, render: (_, row) => (row.inForce ? <StatusTag tone="good" shape="●">有效</StatusTag> : <StatusTag tone="grey" shape="○">停用</StatusTag>) },
    { title: '操作', key: 'acts', width: 90, render: (_, row) => may('supervisor') && !row.builtIn && row.effectiveTo === null && <Button size="small" loading={end.isPending && end.variables?.params?.id === row.id} onClick={() => end.mutate({ params: { id: row.id }, body: { effectiveTo: dayjs().format('YYYY-MM-DD') } })}>停用</Button> },
  ];
  const check = (url: string) => {
    setAskProblem(null);
    setAsked(null);
    if (url.trim()) call(endpoints.checkRepostSource, { query: { url: url.trim() } }).then(setAsked, (problem: ApiProblem) => setAskProblem(problem));
  };
  return (
    <div className="page">
      <PageHeader title="稿源名单" back={{ to: '/repost-tasks', label: '必转任务' }} actions={may('supervisor') && <Button type="primary" onClick={() => setAdding(true)}>登记稿源</Button>} />
      <p className="quiet" style={{ marginBottom: 12 }}>转载原则上限于党委、政府网站和规定的稿源单位，须注明来源，不得改变原意。</p>
      <label className="stack" style={{ maxWidth: 620, marginBottom: 16 }}><span>查一个链接能不能转载</span><Input.Search type="url" placeholder="https://" enterButton="查询" onSearch={check} /></label>
      <ProblemAlert problem={askProblem ?? error ?? end.error} retry={() => void refetch()} />
      {asked && <p role="status" className={`callout ${asked.listed ? 'callout-good' : 'callout-amber'}`} style={{ marginBottom: 16 }}>{asked.message}</p>}
      <Table<RepostSourceView> aria-label="稿源名单" rowKey="id" dataSource={data ?? []} columns={columns} pagination={false} loading={{ spinning: isPending, delay: 200 }} scroll={{ x: 990 }} />
      {adding && <AddSource close={() => setAdding(false)} />}
    </div>
  );
}

function AddSource({ close }: { close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string; host: string; kind: RepostSourceKind; basis: string; effectiveFrom: string }>();
  const act = useAct(endpoints.addRepostSource, { done: () => { void message.success('已登记。'); close(); } });
  return (
    <Modal open title="登记稿源" okText="登记" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ name: '名称', host: '域名', basis: '依据', effectiveFrom: '生效日期', kind: '类别' }} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'source_unit', effectiveFrom: dayjs().format('YYYY-MM-DD') }} onFinish={(values) => act.mutate({ body: { ...values, name: values.name.trim(), host: values.host.trim().toLowerCase(), basis: values.basis.trim() } })}>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}><Input maxLength={80} /></Form.Item>
        <Form.Item name="host" label={<FieldLabel hint="不带 http://，下级域名同样有效。">域名</FieldLabel>} rules={[{ required: true, message: '请填写域名。' }]}><Input maxLength={120} placeholder="news.example.cn" /></Form.Item>
        <Form.Item name="kind" label="类别"><Select options={REPOST_SOURCE_KINDS.map((value) => ({ value, label: REPOST_SOURCE_KIND_WORDS[value] }))} /></Form.Item>
        <Form.Item name="basis" label={<FieldLabel hint="文件名称和文号。">依据</FieldLabel>} rules={[{ required: true, whitespace: true, message: '请填写依据。' }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} /></Form.Item>
        <Form.Item name="effectiveFrom" label="生效日期" rules={[{ required: true, message: '请选择日期。' }]}><CivilDateInput /></Form.Item>
      </Form>
    </Modal>
  );
}
