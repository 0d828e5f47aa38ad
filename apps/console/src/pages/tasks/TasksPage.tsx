import { BASIS_CHANGE_WORDS, CONTENT_KIND_WORDS, endpoints, TASK_RESULT_WORDS, TASK_STATUS_WORDS, TASK_STATUSES, type TaskView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { StatusTag, TaskStatusTag } from '../../components/StatusTag.js';

const FILTERS = { status: TASK_STATUSES, overdue: ['yes'] } as const;

const columns: TableColumnsType<TaskView> = [
  { title: '需要复核的内容', key: 'text', width: 330, ellipsis: true, render: (_, row) => <Link className="cell-title" title={row.text.title} to={`/tasks/${row.id}`}>{row.text.title}</Link> },
  { title: '类别', key: 'kind', width: 100, render: (_, row) => CONTENT_KIND_WORDS[row.text.kind] },
  { title: '变更的依据', key: 'document', width: 280, ellipsis: true, render: (_, row) => <Link title={row.document.title} to={`/documents/${row.document.id}`}>{row.document.title}</Link> },
  { title: '变更', key: 'change', width: 112, render: (_, row) => BASIS_CHANGE_WORDS[row.change] },
  { title: '状态', key: 'status', width: 170, render: (_, row) => <span className="row"><TaskStatusTag is={row.status} />{row.overdue && <StatusTag tone="seal" shape="▲">逾期</StatusTag>}</span> },
  { title: '期限', key: 'due', width: 170, render: (_, row) => <DueClock dueOn={row.dueOn} done={row.status === 'closed'} short /> },
  { title: '结果', key: 'result', width: 150, render: (_, row) => (row.result ? TASK_RESULT_WORDS[row.result] : '—') },
  { title: '负责单位', dataIndex: 'orgName', width: 190, ellipsis: true },
];

/** 复核任务 */
export default function TasksPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listTasks, { query: filters });
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="复核任务" facts="已发布的内容，依据被修改、废止、宣布失效或者到期。期限按工作日计算。" />
      <FilterBar onClear={clear} active={active}>
        <ChoiceFilter label="状态" value={filters.status} words={TASK_STATUS_WORDS} onChange={(status) => change({ status })} />
        <ChoiceFilter label="期限" value={filters.overdue} words={{ yes: '只看逾期' }} onChange={(overdue) => change({ overdue })} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="项" label="复核任务列表" width={1500} empty={{ title: active ? '没有符合条件的任务' : '没有复核任务', hint: active ? undefined : '文件被修改或者废止后，引用它的问答、解读和办事指南会列在这里。' }} />
    </div>
  );
}
