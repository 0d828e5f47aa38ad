import { CHANNEL_KIND_WORDS, DELIVERY_CONCERN_WORDS, DELIVERY_CONCERNS, DELIVERY_STATE_WORDS, DELIVERY_STATES, endpoints, type DeliveryView } from '@govmedia-hub/contracts';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { useList } from '../../api/queries.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { Moment } from '../../components/Moment.js';
import { PageHeader } from '../../components/PageHeader.js';
import './channels.css';
import { DeliveryDrawer } from './delivery-drawer.js';
import { DeliveryStateTag } from './delivery-look.js';

const FILTERS = { concern: DELIVERY_CONCERNS, state: DELIVERY_STATES, contentId: 'text' } as const;

/** 投递：每份内容在每个渠道走到了哪一步 */
export default function DeliveriesPage() {
  const [filters, change, clear] = useFilters(FILTERS);
  const list = useList(endpoints.listDeliveries, { query: filters });
  const [open, setOpen] = useState<string | null>(null);
  const columns: TableColumnsType<DeliveryView> = [
    { title: '内容', key: 'title', width: 270, render: (_, row) => <><button type="button" className="plain-link delivery-title" onClick={() => setOpen(row.id)}>{row.title}</button><span className="cell-sub">{row.orgName}</span></> },
    { title: '渠道', key: 'channel', width: 150, render: (_, row) => <>{row.channelName}<span className="cell-sub">{CHANNEL_KIND_WORDS[row.channelKind]}</span></> },
    { title: '状态', key: 'state', width: 130, render: (_, row) => <DeliveryStateTag is={row.state} /> },
    { title: '下一步', key: 'turn', width: 300, render: (_, row) => { const problem = row.withdrawal?.problem ?? row.problem ?? (row.readBack?.state === 'differs' && !row.readBack.handled ? row.readBack.detail : null); return <>{row.turn}{problem && <span className="cell-sub delivery-problem">{problem}</span>}</>; } },
    { title: '时间', dataIndex: 'dueAt', width: 130, render: (at: string) => <Moment at={at} /> },
  ];
  const active = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <PageHeader title="投递" />
      <nav className="concerns" aria-label="待处理">
        {DELIVERY_CONCERNS.map((concern) => <button key={concern} type="button" className="concern" aria-pressed={filters.concern === concern} onClick={() => change({ concern: filters.concern === concern ? null : concern })}>{DELIVERY_CONCERN_WORDS[concern]}</button>)}
      </nav>
      <FilterBar onClear={clear} active={active}>
        <ChoiceFilter label="状态" value={filters.state} words={DELIVERY_STATE_WORDS} onChange={(state) => change({ state })} />
      </FilterBar>
      <ListTable list={list} columns={columns} unit="条" label="投递" width={980} empty={active ? { title: '没有符合条件的投递' } : { title: '还没有投递', hint: '内容审定后，在审核台点“投递”，选择渠道和时间。' }} />
      {open && <DeliveryDrawer id={open} close={() => setOpen(null)} />}
    </div>
  );
}
