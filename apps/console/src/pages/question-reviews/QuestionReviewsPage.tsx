import { endpoints, QUESTION_REVIEW_REASON_WORDS, QUESTION_REVIEW_REASONS, type QuestionReviewView } from '@govmedia-hub/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, DateFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { StatusTag } from '../../components/StatusTag.js';
import { ConfirmQuestion } from './confirm-question.js';
import { QuestionTasks } from './question-tasks.js';

const FILTERS = { reason: QUESTION_REVIEW_REASONS, overdue: ['yes'], dueFrom: 'date', dueTo: 'date', orgId: 'text' } as const;

const columnsWith = (act: (row: QuestionReviewView) => void): TableColumnsType<QuestionReviewView> => [
  { title: '问答', key: 'question', width: 360, render: (_, row) => <Link className="cell-title" to={`/contents/${row.contentId}`}>{row.question}</Link> },
  { title: '原因', key: 'reasons', width: 120, render: (_, row) => row.reasons.map((reason) => QUESTION_REVIEW_REASON_WORDS[reason]).join('、') },
  { title: '期限', key: 'due', width: 200, render: (_, row) => <span title={row.dueExplained.join('\n')}><DueClock dueOn={row.dueOn} /></span> },
  { title: '没用', dataIndex: 'unhelpful', width: 80, align: 'right', render: (n: number) => `${n} 次` },
  { title: '有用', dataIndex: 'helpful', width: 80, align: 'right', render: (n: number) => `${n} 次` },
  { title: '群众说', key: 'said', width: 300, render: (_, row) => row.said.length > 0 ? <ul style={{ margin: 0, paddingLeft: 18 }}>{row.said.map((words) => <li key={words}>{words}</li>)}</ul> : <span className="quiet">没有写原因</span> },
  { title: '上次审核或确认', key: 'last', width: 190, render: (_, row) => (row.lastConfirmation ? <span title={row.lastConfirmation.reason}>{formatCivilDate(row.lastConfirmation.on)}<span className="cell-sub">{row.lastConfirmation.byName}确认仍然正确</span></span> : formatCivilDate(row.reviewedOn)) },
  { title: '负责单位', dataIndex: 'orgName', width: 190, ellipsis: true },
  { title: '', key: 'act', width: 130, fixed: 'right', render: (_, row) => (row.basisChanged ? <StatusTag tone="amber" shape="△">依据已变更</StatusTag> : row.mayConfirm ? <Button size="small" aria-label={`仍然正确 ${row.question}`} onClick={() => act(row)}>仍然正确</Button> : null) },
];

/** 问答复审: published Q&As that residents say do not help, and those whose review is due. */
export default function QuestionReviewsPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listQuestionReviews, { query: filters });
  const { may } = useSession();
  const units = useCall(endpoints.listOrganisations, {}, { enabled: may('supervisor') });
  const [confirming, setConfirming] = useState<QuestionReviewView | null>(null);
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="问答复审" actions={<Button href={addressOf(endpoints.exportQuestionReviews.path, { query: filters })}>导出 Excel</Button>} facts="到期的自动生成有期限的任务。群众说没用并写了原因的，5个工作日内核对；评价差的，10个工作日内看一遍；复审日期前30天列出。确认仍然正确、修改后重新发布或者撤回，就不再列出。确认由没有参与撰写的审核人员作出。" />
      <FilterBar onClear={clear} active={active}>
        <ChoiceFilter label="原因" value={filters.reason} words={QUESTION_REVIEW_REASON_WORDS} onChange={(reason) => change({ reason })} />
        <ChoiceFilter label="期限" value={filters.overdue} words={{ yes: '只看逾期' }} onChange={(overdue) => change({ overdue })} />
        <DateFilter label="期限自" value={filters.dueFrom} onChange={(dueFrom) => change({ dueFrom })} />
        <DateFilter label="期限至" value={filters.dueTo} onChange={(dueTo) => change({ dueTo })} />
        {units.data && <ChoiceFilter label="负责单位" value={filters.orgId} words={Object.fromEntries(units.data.map(({ id, name }) => [id, name]))} onChange={(orgId) => change({ orgId })} width={220} />}
      </FilterBar>
      <ListTable list={list} rowKey="questionId" columns={columnsWith(setConfirming)} unit="个问答" label="问答复审列表" width={1650} empty={{ title: active ? '没有符合条件的问答' : '没有要复审的问答', hint: active ? undefined : '群众点“没用”多的、上次审核快满一年的问答会列在这里。' }} />
      <QuestionTasks />
      {confirming && <ConfirmQuestion row={confirming} onClose={() => setConfirming(null)} />}
    </div>
  );
}
