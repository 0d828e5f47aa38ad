import { DISCLOSURE_STATE_WORDS, DISCLOSURE_STATES, endpoints, type DisclosureState, type StaffDisclosureDutyView, type StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import { App, Button, Spin, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { addressOf } from '../../api/address.js';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { EmptyState, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';
import { AssignDuty } from './assign-duty.js';
import './disclosure.css';
import { DisclosedList, RecordDisclosure } from './record-disclosure.js';

const FILTERS = { topic: 'text', orgId: 'text', state: DISCLOSURE_STATES } as const;
const TONES: Record<DisclosureState, Tone> = { missing: 'seal', overdue: 'seal', due_soon: 'amber', current: 'good' };
const STATE_WORDS = Object.fromEntries(DISCLOSURE_STATES.map((state) => [state, DISCLOSURE_STATE_WORDS[state].label])) as Record<DisclosureState, string>;
const number = { align: 'right' as const, width: 120 };
type Gap = StaffDisclosureItemsView['gaps'][number];

/** 主动公开目录: what each unit must make public, how it stands, and the gaps by unit. */
export default function DisclosurePage() {
  const { may } = useSession();
  const { message } = App.useApp();
  const [filters, change, clear] = useFilters(FILTERS);
  const [recording, setRecording] = useState<StaffDisclosureDutyView | null>(null);
  const [assigning, setAssigning] = useState<StaffDisclosureDutyView | 'new' | null>(null);
  const { data, error, refetch } = useCall(endpoints.listDisclosureItems, { query: filters });
  const remove = useAct(endpoints.removeDisclosure, { done: () => void message.success('已从目录删除。') });
  const active = Object.keys(filters).length > 0;
  const columns: TableColumnsType<StaffDisclosureDutyView> = [
    { title: '应公开事项', key: 'item', width: 290, fixed: 'left', render: (_, row) => <>{row.itemName}<span className="cell-sub">{row.basis}</span></> },
    { title: '单位', dataIndex: 'orgName', width: 190, ellipsis: true },
    { title: '状态', key: 'state', width: 130, render: (_, row) => <StatusTag tone={TONES[row.state]} shape={DISCLOSURE_STATE_WORDS[row.state].shape}>{DISCLOSURE_STATE_WORDS[row.state].label}</StatusTag> },
    { title: '最近公开', dataIndex: 'lastOn', width: 140, render: (on: string | null) => (on ? formatCivilDate(on) : '—') },
    { title: '应更新', key: 'due', width: 170, render: (_, row) => (row.dueOn ? <DueClock dueOn={row.dueOn} done={row.state === 'current'} short /> : '—') },
    { title: '周期', key: 'months', width: 110, render: (_, row) => (row.months === null ? '有变动时' : `${row.months}个月`) },
    { title: '已公开的内容', key: 'entries', width: 380, ellipsis: true, render: (_, row) => <DisclosedList duty={row} busy={remove.isPending} onRemove={(id) => remove.mutate({ params: { id } })} /> },
    { title: '', key: 'acts', width: 176, fixed: 'right', render: (_, row) => <span style={{ whiteSpace: 'nowrap' }}>{row.mine && <Button size="small" aria-label={`登记公开 ${row.orgName} ${row.itemName}`} onClick={() => setRecording(row)}>登记公开</Button>}{may('supervisor') && <Button size="small" type="text" aria-label={`调整 ${row.orgName} ${row.itemName}`} onClick={() => setAssigning(row)}>调整</Button>}</span> },
  ];
  const gaps: TableColumnsType<Gap> = [
    { title: '单位', key: 'orgName', render: (_, unit) => <button type="button" className="plain-link" onClick={() => change({ orgId: unit.orgId })}>{unit.orgName}</button> },
    { title: '尚未公开', dataIndex: 'missing', ...number },
    { title: '逾期未更新', dataIndex: 'overdue', ...number },
    { title: '近期应更新', dataIndex: 'dueSoon', ...number },
    { title: '按期公开', dataIndex: 'current', ...number },
  ];
  return (
    <div className="page">
      <PageHeader
        title="主动公开目录" facts="文件和办事指南公开后自动计入；其他事项由单位登记公开的网址或者文件。"
        actions={<>{may('supervisor') && <Button type="primary" onClick={() => setAssigning('new')}>把事项分给单位</Button>}<Button href={addressOf(endpoints.exportDisclosureItems.path, { query: filters })}>导出 Excel</Button></>}
      />
      <ProblemAlert problem={error ?? remove.error} retry={() => void refetch()} />
      {!data && !error && <div className="page-wait"><Spin /></div>}
      {data && (
        <>
          <details className="disclosure-gaps" open><summary>各单位缺口</summary><Table<Gap> aria-label="各单位缺口" rowKey="orgId" dataSource={data.gaps} columns={gaps} pagination={false} size="small" scroll={{ y: 232 }} /></details>
          <FilterBar onClear={clear} active={active}>
            <ChoiceFilter label="主题" value={filters.topic} words={data.topics} onChange={(topic) => change({ topic })} width={150} />
            <ChoiceFilter label="单位" value={filters.orgId} words={Object.fromEntries(data.units.map(({ id, name }) => [id, name]))} onChange={(orgId) => change({ orgId })} width={250} />
            <ChoiceFilter label="状态" value={filters.state} words={STATE_WORDS} onChange={(state) => change({ state })} />
          </FilterBar>
          <p className="list-count" role="status">共 <b>{data.duties.length}</b> 项</p>
          <Table<StaffDisclosureDutyView>
            aria-label="主动公开目录" rowKey={(row) => `${row.itemCode} ${row.orgId}`} dataSource={data.duties} columns={columns} scroll={{ x: 1606 }} sticky={{ offsetHeader: 48 }}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} locale={{ emptyText: <EmptyState title={active ? '没有符合条件的事项' : '目录里还没有事项'}>{active ? undefined : '先在“人员与单位”里增加单位。'}</EmptyState> }}
          />
          <Section title="按什么计算"><ul>{data.rules.map((rule) => <li key={rule} className="quiet">{rule}</li>)}</ul></Section>
          {recording && <RecordDisclosure duty={recording} onClose={() => setRecording(null)} />}
          {assigning && <AssignDuty duty={assigning === 'new' ? null : assigning} view={data} onClose={() => setAssigning(null)} />}
        </>
      )}
    </div>
  );
}
