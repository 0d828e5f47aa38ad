import { endpoints, QUESTION_REVIEW_REASON_WORDS, QUESTION_TASK_RESULT_WORDS, TASK_STATUS_WORDS, type QuestionReviewReason, type QuestionTaskView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { ListTable } from '../../components/ListTable.js';
import { Section } from '../../components/PageHeader.js';
import { TaskStatusTag } from '../../components/StatusTag.js';

const columns: TableColumnsType<QuestionTaskView> = [
  { title: '问答', key: 'question', width: 360, render: (_, row) => <Link className="cell-title" to={`/contents/${row.contentId}`}>{row.question}</Link> },
  { title: '起因', key: 'cause', width: 120, render: (_, row) => QUESTION_REVIEW_REASON_WORDS[row.cause] },
  { title: '状态', key: 'status', width: 120, render: (_, row) => <TaskStatusTag is={row.status} /> },
  { title: '期限', key: 'due', width: 180, render: (_, row) => <span title={row.dueExplained.join('\n')}><DueClock dueOn={row.dueOn} done={row.status === 'closed'} short /></span> },
  { title: '结果', key: 'result', width: 170, render: (_, row) => (row.result ? QUESTION_TASK_RESULT_WORDS[row.result] : '—') },
  { title: '办结', key: 'closed', width: 240, render: (_, row) => (row.closedAt ? `${row.closedByName ?? ''}，${formatInstant(row.closedAt)}` : '—') },
  { title: '生成', key: 'opened', width: 170, render: (_, row) => formatInstant(row.openedAt) },
  { title: '负责单位', dataIndex: 'orgName', width: 200, ellipsis: true },
];

/** Tasks that appeared by themselves, open and ended. */
export function QuestionTasks() {
  const [narrowed, setNarrowed] = useState<{ status?: 'open' | 'closed'; cause?: QuestionReviewReason }>({ status: 'open' });
  const list = useList(endpoints.listQuestionTasks, { query: { limit: 10, ...narrowed } });
  const narrow = (part: { status?: 'open' | 'closed' | null; cause?: QuestionReviewReason | null }) => setNarrowed((before) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== null)));
  return (
    <Section title="复审任务">
      <FilterBar active={Object.keys(narrowed).length > 0} onClear={() => setNarrowed({})}>
        <ChoiceFilter label="任务起因" value={narrowed.cause} words={QUESTION_REVIEW_REASON_WORDS} onChange={(cause) => narrow({ cause })} />
        <ChoiceFilter label="任务状态" value={narrowed.status} words={TASK_STATUS_WORDS} onChange={(status) => narrow({ status })} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="项" label="复审任务列表" width={1560} empty={{ title: '没有复审任务', hint: '群众说没用并写了原因、评价差、快到复审日期的，自动给负责单位生成一项。' }} />
    </Section>
  );
}
