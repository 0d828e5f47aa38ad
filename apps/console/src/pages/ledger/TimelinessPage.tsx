import { endpoints, type DisclosureUnitView } from '@govmedia-hub/contracts';
import { Button, Select, Spin, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useCall } from '../../api/queries.js';
import { civilDateAt, formatCivilDate } from '../../components/dates/civil-date.js';
import { EmptyState, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';

const YEARS_BACK = 10;
const number = { align: 'right' as const, width: 100 };

const columns: TableColumnsType<DisclosureUnitView> = [
  { title: '单位', dataIndex: 'orgName', width: 280, fixed: 'left' },
  { title: '已公开', dataIndex: 'released', ...number },
  { title: '按期公开', dataIndex: 'inTime', ...number },
  { title: '超期', key: 'late', ...number, render: (_, unit) => (unit.late.length > 0 ? <a href={`#late-${unit.orgId}`}>{unit.late.length}</a> : 0) },
  { title: '缺日期', dataIndex: 'undated', ...number },
  { title: '最近公开', dataIndex: 'latestOn', width: 150, render: (on: string | null) => formatCivilDate(on) },
  { title: '空白', key: 'silent', width: 150, render: (_, unit) => (unit.silent ? <StatusTag tone="amber" shape="▲">{unit.latestOn ? '久未公开' : '没有公开过'}</StatusTag> : '—') },
  { title: '主题', key: 'topics', width: 360, render: (_, unit) => (unit.topics.length > 0 ? unit.topics.map((topic) => `${topic.topic} ${topic.released}`).join('　') : '—') },
];

/** 文件公开时效: by unit, how much, how quickly, and where nothing came. */
export default function TimelinessPage() {
  const [params, setParams] = useSearchParams();
  const thisYear = civilDateAt(Date.now()).slice(0, 4);
  const year = /^(19|20)\d\d$/.test(params.get('year') ?? '') ? params.get('year')! : thisYear;
  const { data, error, refetch } = useCall(endpoints.getDisclosureCatalogue, { query: { year } });
  const late = data?.units.filter((unit) => unit.late.length > 0) ?? [];
  return (
    <div className="page">
      <PageHeader
        title="文件公开时效" facts="按成文日期归年。公开期限从成文次日起算。"
        actions={<><Select aria-label="年份" value={year} style={{ width: 110 }} options={Array.from({ length: YEARS_BACK }, (_, i) => String(Number(thisYear) - i)).map((each) => ({ value: each, label: `${each}年` }))} onChange={(next) => setParams({ year: next }, { replace: true })} /><Button href={addressOf(endpoints.exportDisclosureCatalogue.path, { query: { year } })}>导出 Excel</Button></>}
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <div className="page-wait"><Spin /></div>}
      {data && (
        <>
          <Table<DisclosureUnitView> aria-label="各单位主动公开情况" rowKey="orgId" dataSource={data.units} columns={columns} pagination={false} scroll={{ x: 1340 }} sticky={{ offsetHeader: 48 }} locale={{ emptyText: <EmptyState title="没有单位">先在“人员与单位”里增加单位。</EmptyState> }} />
          <Section title={`超期公开和到期未公开（${late.reduce((sum, unit) => sum + unit.late.length, 0)}）`}>
            {late.length === 0 && <p className="quiet">{year}年没有超期的文件。</p>}
            {late.map((unit) => (
              <div key={unit.orgId} id={`late-${unit.orgId}`} style={{ marginBottom: 16 }}>
                <h3 style={{ fontSize: 14, fontWeight: 600, marginBottom: 6 }}>{unit.orgName}</h3>
                <ul className="rows">
                  {unit.late.map((document) => (
                    <li key={document.id} className="row-between">
                      <span><Link className="serif" to={`/documents/${document.id}`}>{document.title}</Link>　<span className="quiet">{document.docNumber ?? ''}</span></span>
                      <span className="quiet">成文 {formatCivilDate(document.signedOn)}，应于 {formatCivilDate(document.dueOn)} 前公开，{document.publishedOn ? `${formatCivilDate(document.publishedOn)}公开` : '至今未公开'}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Section>
          <Section title="按什么计算"><ul>{data.rules.map((rule) => <li key={rule} className="quiet">{rule}</li>)}</ul></Section>
        </>
      )}
    </div>
  );
}
