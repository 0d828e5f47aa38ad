import { endpoints, QUESTION_REVIEW_REASON_WORDS, QUESTION_REVIEW_REASONS, type QuestionReviewView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';

const FILTERS = { reason: QUESTION_REVIEW_REASONS, overdue: ['yes'] } as const;

const columns: TableColumnsType<QuestionReviewView> = [
  { title: '问答', key: 'question', width: 360, render: (_, row) => <Link className="cell-title" to={`/contents/${row.contentId}`}>{row.question}</Link> },
  { title: '原因', key: 'reasons', width: 120, render: (_, row) => row.reasons.map((reason) => QUESTION_REVIEW_REASON_WORDS[reason]).join('、') },
  { title: '期限', key: 'due', width: 200, render: (_, row) => <span title={row.dueExplained.join('\n')}><DueClock dueOn={row.dueOn} /></span> },
  { title: '没用', dataIndex: 'unhelpful', width: 80, align: 'right', render: (n: number) => `${n} 次` },
  { title: '有用', dataIndex: 'helpful', width: 80, align: 'right', render: (n: number) => `${n} 次` },
  { title: '群众说', key: 'said', width: 300, render: (_, row) => row.said.length > 0 ? <ul style={{ margin: 0, paddingLeft: 18 }}>{row.said.map((words) => <li key={words}>{words}</li>)}</ul> : <span className="quiet">没有写原因</span> },
  { title: '上次审核', dataIndex: 'reviewedOn', width: 140, render: (on: string) => formatCivilDate(on) },
  { title: '负责单位', dataIndex: 'orgName', width: 190, ellipsis: true },
];

/** 问答复审: published Q&As that residents say do not help, and those whose review is due. */
export default function QuestionReviewsPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listQuestionReviews, { query: filters });
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="问答复审" facts="群众评价差的问答，10个工作日内看一遍；满一年没有再审的问答，提前30天列出。修改后重新审核发布，或者撤回，就不再列出。" />
      <FilterBar onClear={clear} active={active}>
        <ChoiceFilter label="原因" value={filters.reason} words={QUESTION_REVIEW_REASON_WORDS} onChange={(reason) => change({ reason })} />
        <ChoiceFilter label="期限" value={filters.overdue} words={{ yes: '只看逾期' }} onChange={(overdue) => change({ overdue })} />
      </FilterBar>
      <ListTable list={list} rowKey="questionId" columns={columns} unit="个问答" label="问答复审列表" width={1470} empty={{ title: active ? '没有符合条件的问答' : '没有要复审的问答', hint: active ? undefined : '群众点“没用”多的、上次审核快满一年的问答会列在这里。' }} />
    </div>
  );
}
