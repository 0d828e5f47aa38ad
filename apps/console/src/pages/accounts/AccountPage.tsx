import { ACCOUNT_KIND_WORDS, endpoints, FILING_KIND_WORDS, PLATFORM_WORDS, type AccountPostView } from '@govmedia-hub/contracts';
import { Button, Spin, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { LinkButton } from '../../components/LinkButton.js';
import { ListTable } from '../../components/ListTable.js';
import { Facts, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { AccountStatusTag, FilingStatusTag, StatusTag } from '../../components/StatusTag.js';
import './accounts.css';
import { RecordPost } from './record-post.js';
import { Observations } from './observations.js';
import { SilentDays } from './silent-days.js';

const columns: TableColumnsType<AccountPostView> = [
  { title: '标题', key: 'title', width: 480, render: (_, row) => (row.url ? <a href={row.url} target="_blank" rel="noreferrer noopener">{row.title}</a> : row.title) },
  { title: '发布时间', dataIndex: 'publishedAt', width: 200, render: formatInstant },
];

/** 账号页 */
export default function AccountPage() {
  const { id } = useParams() as { id: string };
  const { may, person } = useSession();
  const { data, error, refetch } = useCall(endpoints.getAccount, { params: { id } });
  const posts = useList(endpoints.listAccountPosts, { params: { id }, query: {} });
  const [recording, setRecording] = useState(false);
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const own = may('operator') && person.orgId === data.sponsorOrgId && data.status === 'active';
  return (
    <div className="page">
      <PageHeader
        title={data.name} back={{ to: '/accounts', label: '账号名录' }}
        facts={<><AccountStatusTag is={data.status} /><span>{PLATFORM_WORDS[data.platform]} · {data.accountType}</span><span>{data.sponsorName}</span><b>{data.filingNo}</b></>}
        actions={own && <><LinkButton to={`/filings/new?account=${id}&kind=change`}>变更报备</LinkButton><LinkButton to={`/filings/new?account=${id}&kind=closing`}>关停报备</LinkButton><Button type="primary" onClick={() => setRecording(true)}>登记发布</Button></>}
      />
      {data.warning !== 'none' && data.status === 'active' && <p className={`callout ${data.warning === 'overdue' ? 'callout-seal' : 'callout-amber'}`} style={{ marginBottom: 16 }}>{data.silentDays} 天没有更新。{data.warning === 'overdue' ? '已超过两周，检查时一票否决。' : '满两周没有更新，检查时一票否决。'}</p>}
      {data.successor && <p className="callout" style={{ marginBottom: 16 }}>账号已停用，群众请看：{data.successor}</p>}
      <div className="filing">
        <div>
          <Facts items={[
            ['用途', ACCOUNT_KIND_WORDS[data.kind]], ['未更新', <SilentDays key="s" account={data} />], ['最近发布', formatInstant(data.lastPostAt)], ['备案日期', formatCivilDate(data.filedOn)], ['状态自', formatCivilDate(data.statusSince)], ['开设日期', formatCivilDate(data.openedOn)],
            ['平台账号标识', data.platformAccountId], ['认证主体', data.certSubject], ['承办部门', data.undertakingDept], ['负责人', data.responsiblePerson], ['负责人电话', data.responsiblePhone], ['互动方式', data.interactionChannels.join('、')], ['主页', data.homepageUrl ? <a key="h" href={data.homepageUrl} target="_blank" rel="noreferrer noopener">{data.homepageUrl}</a> : null], ['简介', data.intro],
          ]} />
          <Section title="发布记录"><ListTable list={posts} columns={columns} unit="条" label="发布记录" width={680} empty={{ title: '还没有发布记录', hint: own ? '在平台上发布后，到这里登记标题和时间，更新情况以此为准。' : undefined }} /></Section>
          {may('supervisor', 'inspector') && <Observations accountId={id} />}
        </div>
        <aside aria-label="备案历史">
          <h2 className="form-title">备案历史</h2>
          <ol className="history">{data.filings.map((filing) => <li key={filing.id}>{may('operator', 'reviewer', 'publisher', 'supervisor', 'inspector') ? <Link to={`/filings/${filing.id}`}>{FILING_KIND_WORDS[filing.kind]}</Link> : FILING_KIND_WORDS[filing.kind]}　<FilingStatusTag is={filing.status} /><span className="cell-sub">{filing.filingNo ?? ''} {formatInstant(filing.at)}</span></li>)}</ol>
          {data.filings.length === 0 && <StatusTag tone="grey" shape="○">没有备案记录</StatusTag>}
        </aside>
      </div>
      {recording && <RecordPost accountId={id} close={() => setRecording(false)} />}
    </div>
  );
}
