import { endpoints, IMPORT_JOB_STATUS_WORDS, type ImportJobView } from '@govmedia-hub/contracts';
import { Button, Progress } from 'antd';
import { addressOf } from '../../api/address.js';
import { useCall } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { LinkButton } from '../../components/LinkButton.js';
import { Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';

const SHOWN = 5;
const LOOK_MS = 1_500;

function Job({ job }: { job: ImportJobView }) {
  const percent = Math.floor(job.share * 100);
  return (
    <li className="import-entry">
      <div className="import-file"><span className="import-name">{job.fileName}</span><span className="quiet small">{job.startedByName}，{formatInstant(job.startedAt)}</span></div>
      <div className="import-result">
        <div className="row">
          <StatusTag tone={job.status === 'done' ? 'good' : job.status === 'failed' ? 'seal' : 'accent'} shape={job.status === 'done' ? '●' : job.status === 'failed' ? '✕' : '◔'}>{IMPORT_JOB_STATUS_WORDS[job.status]}</StatusTag>
          <span role={job.status === 'running' ? 'status' : undefined}>已读 {job.lines} 部：新导入 {job.imported}，未变化 {job.unchanged}，未导入 {job.refused}</span>
          {job.status !== 'running' && <Button size="small" href={addressOf(endpoints.exportImportJob.path, { params: { id: job.id } })}>下载报告</Button>}
        </div>
        {job.status === 'running' && <Progress percent={percent} size="small" aria-label={`导入 ${job.fileName}`} />}
        {job.failure && <p className="field-error">{job.failure}</p>}
      </div>
    </li>
  );
}

/** Collections on their way: they go on when the page is closed, and after a restart. */
export function ImportJobs({ mayRelease }: { mayRelease: boolean }) {
  const { data, error, refetch } = useCall(endpoints.listImportJobs, { query: { limit: SHOWN } }, { refetchInterval: LOOK_MS });
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  const settled = data.items.every((job) => job.status !== 'running') && data.items.some((job) => job.imported > 0);
  return (
    <Section title="法律法规集" extra={mayRelease && settled && <LinkButton to="/documents/release">去批量公开</LinkButton>}>
      <ul className="rows">{data.items.map((job) => <Job key={job.id} job={job} />)}</ul>
    </Section>
  );
}
