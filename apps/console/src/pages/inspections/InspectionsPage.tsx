import { endpoints, type InspectionSummaryView } from '@govmedia-hub/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useList } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { ListTable } from '../../components/ListTable.js';
import { PageHeader } from '../../components/PageHeader.js';
import { InspectionStatusTag } from '../../components/StatusTag.js';
import { StartRound } from './start-round.js';

const number = (value: number) => <span className="number">{value}</span>;

const columns: TableColumnsType<InspectionSummaryView> = [
  { title: '检查', key: 'title', width: 420, render: (_, row) => <><Link className="cell-title" to={`/inspections/${row.id}`}>{row.title}</Link><span className="cell-sub">{row.sentence}</span></> },
  { title: '状态', key: 'status', width: 130, render: (_, row) => <InspectionStatusTag is={row.status} /> },
  { title: '监测时间点', dataIndex: 'monitoringPointAt', width: 190, render: formatInstant },
  { title: '账号', dataIndex: 'accounts', width: 70, align: 'right', render: number },
  { title: '合格', dataIndex: 'passed', width: 70, align: 'right', render: number },
  { title: '不合格', dataIndex: 'failed', width: 80, align: 'right', render: number },
  { title: '待确认', dataIndex: 'pending', width: 80, align: 'right', render: number },
  { title: '合格率', dataIndex: 'passRate', width: 100, align: 'right', render: (rate: string | null) => rate ?? '—' },
  { title: '指标版本', dataIndex: 'packVersion', width: 120 },
  { title: '发起', key: 'by', width: 130, render: (_, row) => row.startedByName },
];

/** 检查 */
export default function InspectionsPage() {
  const [starting, setStarting] = useState(false);
  const list = useList(endpoints.listInspections, { query: {} });
  return (
    <div className="page">
      <PageHeader title="检查" facts="机器只作疑似，经检查员确认属实才算不合格；判断不了的如实写明。" actions={<Button type="primary" onClick={() => setStarting(true)}>发起检查</Button>} />
      <ListTable list={list} columns={columns} unit="次" label="检查列表" width={1380} empty={{ title: '还没有检查', hint: '选定监测时间点和指标版本，对全部备案账号检查一遍。' }} />
      {starting && <StartRound close={() => setStarting(false)} />}
    </div>
  );
}
