import { endpoints, ORGANISATION_KIND_WORDS, ROLE_WORDS, ROLES, type OrganisationView, type PersonView } from '@govmedia-hub/contracts';
import { App, Button, Table, Tabs, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useCall, useAct } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import { AddOrganisation } from './add-organisation.js';
import { AddPerson } from './add-person.js';

const FILTERS = { q: 'text', role: ROLES, orgId: 'text', tab: ['people', 'organisations'] } as const;

function People({ organisations }: { organisations: readonly OrganisationView[] }) {
  const { may, person: me } = useSession();
  const { modal, message } = App.useApp();
  const [filters, change, clear] = useFilters(FILTERS);
  const { data, error, refetch, isLoading } = useCall(endpoints.listPeople, {});
  const deactivate = useAct(endpoints.deactivatePerson, { done: (out) => void message.success(`已停用 ${out.name}。`) });
  const { q, role, orgId } = filters;
  const people = (data ?? []).filter((person) => (!q || `${person.name} ${person.username} ${person.post}`.includes(q)) && (!role || person.roles.includes(role)) && (!orgId || person.orgId === orgId));
  const stop = (person: PersonView) => modal.confirm({
    title: `停用 ${person.name}`, content: `停用后立即退出登录，不能再办理任何事项；已经作出的结论和记录保留。恢复需要重新建立人员。`, okText: '停用', okButtonProps: { danger: true }, cancelText: '取消',
    onOk: () => deactivate.mutateAsync({ params: { id: person.id } }).catch(() => undefined),
  });
  const columns: TableColumnsType<PersonView> = [
    { title: '姓名', key: 'name', fixed: 'left', width: 150, ellipsis: true, render: (_, row) => <span className="cell-title">{row.name}</span> },
    { title: '用户名', dataIndex: 'username', width: 170, ellipsis: true },
    { title: '单位', dataIndex: 'orgName', width: 230, ellipsis: true },
    { title: '职务', dataIndex: 'post', width: 180 },
    { title: '岗位', key: 'roles', width: 220, render: (_, row) => row.roles.map((one) => ROLE_WORDS[one]).join('、') },
    { title: '状态', key: 'active', width: 100, render: (_, row) => (row.active ? <StatusTag tone="good" shape="●">在岗</StatusTag> : <StatusTag tone="grey" shape="○">停用</StatusTag>) },
    ...(may('administrator') ? [{ title: '办理', key: 'acts', width: 90, render: (_: unknown, row: PersonView) => row.active && row.id !== me.id && <Button size="small" danger onClick={() => stop(row)}>停用</Button> }] : []),
  ];
  return (
    <>
      <FilterBar onClear={clear} active={Boolean(q ?? role ?? orgId)}>
        <TextFilter label="姓名、用户名或职务" value={q} onChange={(next) => change({ q: next })} />
        <ChoiceFilter label="岗位" value={role} words={ROLE_WORDS} onChange={(next) => change({ role: next })} />
        <ChoiceFilter label="单位" value={orgId} words={Object.fromEntries(organisations.map((org) => [org.id, org.shortName || org.name]))} onChange={(next) => change({ orgId: next })} width={180} />
      </FilterBar>
      <ProblemAlert problem={error ?? deactivate.error} retry={() => void refetch()} />
      <p className="list-count" role="status">{data ? <>共 <b>{people.length}</b> 人</> : '正在读取…'}</p>
      <Table<PersonView> aria-label="人员列表" rowKey="id" dataSource={people} columns={columns} pagination={false} loading={isLoading} scroll={{ x: 1080 }} sticky={{ offsetHeader: 48 }} />
    </>
  );
}

const orgColumns: TableColumnsType<OrganisationView> = [
  { title: '名称', key: 'name', fixed: 'left', width: 260, render: (_, row) => <><span className="cell-title">{row.name}</span><span className="cell-sub">{row.shortName}</span></> },
  { title: '类别', key: 'kind', width: 110, render: (_, row) => ORGANISATION_KIND_WORDS[row.kind] },
  { title: '主管单位', key: 'supervising', width: 110, render: (_, row) => (row.supervising ? <StatusTag tone="accent" shape="◆">主管单位</StatusTag> : '—') },
  { title: '统一社会信用代码', dataIndex: 'creditCode', width: 190, render: (code: string) => code || '—' },
  { title: '职责', dataIndex: 'duties', width: 320 },
  { title: '地址', dataIndex: 'address', width: 220 },
  { title: '电话', dataIndex: 'phone', width: 140 },
  { title: '起止', key: 'effective', width: 180, render: (_, row) => `${formatCivilDate(row.effectiveFrom)}${row.effectiveTo ? `至${formatCivilDate(row.effectiveTo)}` : '起'}` },
];

/** 人员与单位 */
export default function PeoplePage() {
  const { may } = useSession();
  const [filters, change] = useFilters(FILTERS);
  const [adding, setAdding] = useState<'person' | 'organisation' | null>(null);
  const organisations = useCall(endpoints.listOrganisations, {});
  const orgs = organisations.data ?? [];
  return (
    <div className="page">
      <PageHeader title="人员与单位" actions={may('administrator') && <><Button onClick={() => setAdding('organisation')}>增加单位</Button><Button type="primary" onClick={() => setAdding('person')}>增加人员</Button></>} />
      <Tabs activeKey={filters.tab ?? 'people'} onChange={(tab) => change({ tab: tab === 'people' ? null : tab })} items={[
        { key: 'people', label: '人员', children: <People organisations={orgs} /> },
        { key: 'organisations', label: '单位', children: <><ProblemAlert problem={organisations.error} /><p className="list-count">共 <b>{orgs.length}</b> 个单位</p><Table<OrganisationView> aria-label="单位列表" rowKey="id" dataSource={orgs} columns={orgColumns} pagination={false} scroll={{ x: 1500 }} sticky={{ offsetHeader: 48 }} /></> },
      ]} />
      {adding === 'person' && <AddPerson organisations={orgs} close={() => setAdding(null)} />}
      {adding === 'organisation' && <AddOrganisation organisations={orgs} close={() => setAdding(null)} />}
    </div>
  );
}
