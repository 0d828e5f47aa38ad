import { endpoints } from '@govmedia-hub/contracts';
import { Button, Spin } from 'antd';
import { useParams } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useCall } from '../../api/queries.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { useComposer } from './composer.js';
import { IssueEditor } from './issue-editor.js';
import { issueName } from './issue-name.js';
import { IssueReading } from './issue-reading.js';
import { IssueStatus } from './issue-status.js';
import './gazette.css';

/** One issue of the gazette, or a new one. */
export default function GazetteIssuePage() {
  const { id } = useParams() as { id?: string };
  const may = useComposer();
  const issue = useCall(endpoints.getGazetteIssue, { params: { id: id ?? '' } }, { enabled: Boolean(id) });
  const latest = useCall(endpoints.listGazetteIssues, { query: { limit: 1 } }, { enabled: !id });
  const { data } = issue;
  const problem = issue.error ?? latest.error;
  if (id ? !data : !latest.data) return <div className="page">{problem ? <ProblemAlert problem={problem} retry={() => void (id ? issue : latest).refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  return (
    <div className="page">
      <PageHeader
        title={data ? `公报 ${issueName(data)}` : '编辑新一期公报'}
        back={{ to: '/gazette', label: '政府公报' }}
        facts={data && <><IssueStatus issue={data} /><span>{data.masthead}</span><span>{data.origin === 'back_catalogue' ? '历年公报导入' : '本系统编辑'}</span></>}
        actions={data?.status === 'signed' && <Button href={addressOf(endpoints.getGazetteProof.path, { params: { id: data.id } })}>下载整期 PDF</Button>}
      />
      {data && (data.status === 'signed' || data.origin === 'back_catalogue' || !may) ? <IssueReading issue={data} may={may} /> : <IssueEditor key={data?.id ?? 'new'} issue={data ?? null} latest={latest.data?.items[0] ?? null} />}
    </div>
  );
}
