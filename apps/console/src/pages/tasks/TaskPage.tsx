import { BASIS_CHANGE_WORDS, CONTENT_KIND_WORDS, endpoints, TASK_RESULT_WORDS } from '@govmedia-hub/contracts';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { LinkButton } from '../../components/LinkButton.js';
import { Facts, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { StatusTag, TaskStatusTag } from '../../components/StatusTag.js';
import { CopiesElsewhere } from './copies-elsewhere.js';
import './tasks.css';

/** 复核任务: what changed, what waits for it, and the three ways out. */
export default function TaskPage() {
  const { id } = useParams() as { id: string };
  const { may, person } = useSession();
  const { message } = App.useApp();
  const [keeping, setKeeping] = useState(false);
  const { data, error, refetch } = useCall(endpoints.getTask, { params: { id } });
  const keep = useAct(endpoints.closeTask, { shows: { endpoint: endpoints.getTask, id }, done: () => { setKeeping(false); void message.success('已办结，群众看到的“正在复核”提示已取消。'); } });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const own = person.orgId === data.orgId;
  const keepable = data.status === 'open' && data.change === 'amended' && own && may('reviewer');
  const anchor = data.articles.length > 0 ? `的${data.articles.join('、')}` : '';
  return (
    <div className="page">
      <PageHeader
        title={data.text.title} back={{ to: '/tasks', label: '复核任务' }}
        facts={<><TaskStatusTag is={data.status} />{data.overdue && <StatusTag tone="seal" shape="▲">逾期</StatusTag>}<span>{CONTENT_KIND_WORDS[data.text.kind]}</span><span>{data.orgName}</span><span>任务生成 {formatInstant(data.openedAt)}</span></>}
        actions={<>{data.status === 'open' && own && may('operator') && <LinkButton to={`/contents/${data.text.contentId}/edit`}>修改内容</LinkButton>}<LinkButton to={`/contents/${data.text.contentId}`}>查看内容</LinkButton>{keepable && <Button type="primary" onClick={() => setKeeping(true)}>内容仍适用</Button>}</>}
      />
      <div className="task">
        <div>
          <p className={`callout ${data.status === 'open' ? 'callout-amber' : 'callout-good'}`}>
            这篇内容引用了 <Link className="serif" to={`/documents/${data.document.id}`}>《{data.document.title}》</Link>{data.document.docNumber ? `（${data.document.docNumber}）` : ''}{anchor}，该文件{data.fromOn ? `自${formatCivilDate(data.fromOn)}起` : ''}{BASIS_CHANGE_WORDS[data.change]}
            {data.instrument && <>，依据 <Link className="serif" to={`/documents/${data.instrument.id}`}>《{data.instrument.title}》</Link>{data.instrument.docNumber ? `（${data.instrument.docNumber}）` : ''}</>}。
          </p>
          {data.status === 'open' ? (
            <Section title="怎么办结">
              <ol className="task-ways">
                <li><b>修改后重新发布。</b>按变更后的规定改写，经五关三审重新发布，任务自动办结。</li>
                <li><b>撤回。</b>由发布人员撤回这篇内容，任务自动办结。</li>
                {data.change === 'amended' ? <li><b>内容仍适用。</b>由没有参与撰写的审核人员核对变更后的条款，写明理由后办结。</li> : <li className="quiet">依据已经不能作为办事依据，不能按“内容仍适用”办结。</li>}
              </ol>
            </Section>
          ) : (
            <Section title="办理结果">
              <p>{data.result ? TASK_RESULT_WORDS[data.result] : ''}　<span className="quiet">{data.closedByName}，{formatInstant(data.closedAt)}</span></p>
              {data.note && <p className="task-note">{data.note}</p>}
            </Section>
          )}
          <CopiesElsewhere contentId={data.text.contentId} open={data.status === 'open'} />
          {data.questions.length > 0 && (
            <Section title={`涉及的问答（${data.questions.length}）`}>
              <ul className="rows">{data.questions.map((question) => <li key={question.id} className="row-between"><span>{question.question}</span>{question.underReview ? <StatusTag tone="amber" shape="△">群众看到：依据已变更，正在复核</StatusTag> : <StatusTag tone="good" shape="●">正常显示</StatusTag>}</li>)}</ul>
            </Section>
          )}
        </div>
        <aside aria-label="期限">
          <Facts items={[['办理期限', <DueClock key="d" dueOn={data.dueOn} done={data.status === 'closed'} />]]} />
          <details className="task-why"><summary>期限怎么算的</summary><ol>{data.dueExplained.map((line, i) => <li key={i}>{line}</li>)}</ol></details>
        </aside>
      </div>
      {keeping && (
        <ReasonDialog title="内容仍适用" verb="办结" label="核对情况" consequence="群众将不再看到“依据已变更，正在复核”的提示。您的姓名和理由会记入记录。" busy={keep.isPending} problem={keep.error}
          onSubmit={(note) => keep.mutate({ params: { id }, body: { seenVersion: data.version, note } })} onCancel={() => { setKeeping(false); keep.reset(); }} />
      )}
    </div>
  );
}
