import { endpoints, QUESTION_TASK_RESULT_WORDS, type QuestionTaskView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ListTable } from '../../components/ListTable.js';
import { Section } from '../../components/PageHeader.js';
import { TaskStatusTag } from '../../components/StatusTag.js';

const columns: TableColumnsType<QuestionTaskView> = [
  { title: '问答', key: 'question', width: 360, render: (_, row) => <Link className="cell-title" to={`/contents/${row.contentId}`}>{row.question}</Link> },
  { title: '状态', key: 'status', width: 120, render: (_, row) => <TaskStatusTag is={row.status} /> },
  { title: '期限', key: 'due', width: 180, render: (_, row) => <span title={row.dueExplained.join('\n')}><DueClock dueOn={row.dueOn} done={row.status === 'closed'} short /></span> },
  { title: '结果', key: 'result', width: 170, render: (_, row) => (row.result ? QUESTION_TASK_RESULT_WORDS[row.result] : '—') },
  { title: '办结', key: 'closed', width: 240, render: (_, row) => (row.closedAt ? `${row.closedByName ?? ''}，${formatInstant(row.closedAt)}` : '—') },
  { title: '生成', key: 'opened', width: 170, render: (_, row) => formatInstant(row.openedAt) },
  { title: '负责单位', dataIndex: 'orgName', width: 200, ellipsis: true },
];

/** Tasks that residents' words opened, open and ended. */
export function QuestionTasks() {
  const list = useList(endpoints.listQuestionTasks, { query: { limit: 10 } });
  return <Section title="群众说没用的核对任务"><ListTable list={list} columns={columns} unit="项" label="核对任务列表" width={1440} empty={{ title: '没有核对任务', hint: '群众点“没用”并写了原因，就给负责单位生成一项。' }} /></Section>;
}
