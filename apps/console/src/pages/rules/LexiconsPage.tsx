import { endpoints, LEXICON_KIND_WORDS, LEXICON_KINDS, LIMITS, type LexiconKind, type LexiconView } from '@govmedia-hub/contracts';
import { Button, Form, Input, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { EmptyState, PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { LexiconVersionTag } from '../../components/StatusTag.js';

const FILTERS = { kind: LEXICON_KINDS };

const columns: TableColumnsType<LexiconView> = [
  { title: '名称', key: 'name', fixed: 'left', width: 280, render: (_, row) => <><Link className="cell-title" to={`/lexicons/${row.id}`}>{row.name}</Link>{row.note && <span className="cell-sub">{row.note}</span>}</> },
  { title: '类别', key: 'kind', width: 150, render: (_, row) => LEXICON_KIND_WORDS[row.kind] },
  { title: '在用版本', key: 'inForce', width: 220, render: (_, row) => (row.inForce ? <>第{row.inForce.number}版，{formatCivilDate(row.inForce.effectiveFrom)}起</> : <span className="quiet">没有</span>) },
  { title: '条目', key: 'entries', width: 90, align: 'right', render: (_, row) => <span className="number">{(row.inForce?.entries ?? 0).toLocaleString('zh-CN')}</span> },
  { title: '在办', key: 'work', width: 320, render: (_, row) => <span className="row">{row.draft && <><LexiconVersionTag is="draft" />第{row.draft.number}版</>}{row.scheduled.map((version) => <span key={version.id} className="row"><LexiconVersionTag is="scheduled" />第{version.number}版，{formatCivilDate(version.effectiveFrom)}</span>)}{!row.draft && row.scheduled.length === 0 && <span className="quiet">—</span>}</span> },
];

interface Fields { kind: LexiconKind; name: string; note?: string }

function CreateLexicon({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const act = useAct(endpoints.createLexicon, { done: ({ id }) => void navigate(`/lexicons/${id}`) });
  return (
    <Modal open title="新建词库或名录" okText="新建" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <ProblemAlert problem={act.error} names={{ name: '名称', kind: '类别' }} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'terms' }} onFinish={({ kind, name, note }) => act.mutate({ body: { kind, name: name.trim(), ...(note?.trim() ? { note: note.trim() } : {}) } })}>
        <Form.Item name="kind" label="类别"><Select options={LEXICON_KINDS.map((kind) => ({ value: kind, label: LEXICON_KIND_WORDS[kind] }))} /></Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}><Input maxLength={LIMITS.lexiconNameChars} /></Form.Item>
        <Form.Item name="note" label="说明（可不填）"><Input.TextArea maxLength={LIMITS.reasonChars} autoSize={{ minRows: 2, maxRows: 6 }} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** 词库与名录: what the city keeps itself, which version is used, and what is in work. */
export default function LexiconsPage() {
  const { may } = useSession();
  const [filters, change, clear] = useFilters(FILTERS);
  const [creating, setCreating] = useState(false);
  const { data, error, refetch, isLoading } = useCall(endpoints.listLexicons, {});
  const rows = (data ?? []).filter((row) => !filters.kind || row.kind === filters.kind);
  return (
    <div className="page">
      <PageHeader title="词库与名录" facts={<>本市自己维护的词库和正名名录，与系统自带的规则一起用于五关检查。<Link to="/rule-sets">查看系统自带的规则版本</Link></>} actions={may('supervisor') && <Button type="primary" onClick={() => setCreating(true)}>新建</Button>} />
      <FilterBar onClear={clear} active={filters.kind !== undefined}><ChoiceFilter label="类别" value={filters.kind} words={LEXICON_KIND_WORDS} onChange={(kind) => change({ kind })} width={170} /></FilterBar>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <p className="list-count" role="status">{data ? <>共 <b>{rows.length}</b> 个</> : error ? '没有取到列表' : '正在读取…'}</p>
      <Table<LexiconView>
        aria-label="词库与名录" rowKey="id" dataSource={rows} columns={columns} pagination={false} loading={isLoading} scroll={{ x: 1060 }} sticky={{ offsetHeader: 48 }}
        locale={{ emptyText: isLoading || error ? ' ' : <EmptyState title="还没有自己的词库或名录">{may('supervisor') ? '新建之后，可以下载模板填写，再用 Excel 导入。' : '由主管单位建立和维护。'}</EmptyState> }}
      />
      {creating && <CreateLexicon close={() => setCreating(false)} />}
    </div>
  );
}
