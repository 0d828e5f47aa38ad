import { DOCUMENT_STATUS_WORDS, endpoints, INTERPRETATION_FORM_WORDS, VALIDITY_WORDS, type DocumentDraftView, type InterpretationPlanView } from '@govmedia-hub/contracts';
import { App, Button, Spin } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { CitationLine } from '../../components/CitationLine.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { LinkButton } from '../../components/LinkButton.js';
import { OpennessTag } from '../../components/OpennessTag.js';
import { Facts, PageHeader, Section } from '../../components/PageHeader.js';
import { PolicyContents, PolicyText, sectionName } from '../../components/PolicyText.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { DocumentStatusTag } from '../../components/StatusTag.js';
import { DocNumber, ValidityChip } from '../../components/ValidityChip.js';
import { CitationsTable } from './citations-table.js';
import './documents.css';

const planWords = ({ exemption, forms, ownerOrgName, dueOn, decidedByName }: InterpretationPlanView): string => (exemption ? `免于解读：${exemption.kindWords}。${exemption.reason}（${decidedByName}）` : `${forms.map((form) => INTERPRETATION_FORM_WORDS[form]).join('、')}，${ownerOrgName}，最迟${formatCivilDate(dueOn)}（${decidedByName}）`);

const GONE = new Set(['repealed', 'declared_lapsed', 'expired']);

function Banner({ document }: { document: DocumentDraftView }) {
  const { may } = useSession();
  if (document.status === 'draft') {
    return <p className="callout callout-amber document-banner">这份文件还没有确认，群众看不到。{may('operator', 'supervisor') && <Link to={`/documents/${document.id}/confirm`}>对照原文确认</Link>}</p>;
  }
  if (document.status === 'named') return <p className="callout document-banner">库里只有标题：另有文件废止或修改了它，正文没有导入。</p>;
  if (document.status === 'withdrawn') return <p className="callout callout-seal document-banner">这份文件已于{formatInstant(document.withdrawnAt)}撤下，群众看不到。原因：{document.withdrawnReason}</p>;
  if (GONE.has(document.validity)) {
    const change = document.validityChanges.find((one) => GONE.has(one.validity));
    return <p className="callout callout-seal document-banner">这份文件{VALIDITY_WORDS[document.validity].label}{change?.byTitle ? <>，依据 {change.byDocumentId ? <Link to={`/documents/${change.byDocumentId}`}>《{change.byTitle}》</Link> : `《${change.byTitle}》`}</> : ''}{change?.fromOn ? `，自${formatCivilDate(change.fromOn)}起` : ''}。</p>;
  }
  if (document.validity === 'not_yet_in_force') return <p className="callout document-banner">这份文件自{formatCivilDate(document.effectiveOn)}起施行，目前还没有施行。</p>;
  return null;
}

/** 文件页: the policy as it is set, with what it cites and what cites it. */
export default function DocumentPage() {
  const { id } = useParams() as { id: string };
  const { hash } = useLocation();
  const { may, person } = useSession();
  const { message } = App.useApp();
  const { data, error, refetch } = useCall(endpoints.getDocument, { params: { id } });
  const [anchor, setAnchor] = useState<string | null>(null);
  useEffect(() => { setAnchor(hash ? decodeURIComponent(hash.slice(1)) : null); }, [hash, id]);
  const [withdrawing, setWithdrawing] = useState(false);
  const withdraw = useAct(endpoints.withdrawDocument, { shows: { endpoint: endpoints.getDocument, id }, done: () => { setWithdrawing(false); void message.success('已撤下，群众现在看不到这份文件。'); } });
  const quotations = useMemo(
    () => data?.citations.map((citation, i) => ({ id: String(i), anchor: citation.anchor, text: citation.text, tone: GONE.has(citation.validity) ? ('warn' as const) : ('done' as const), title: `${citation.title ?? citation.text} · ${VALIDITY_WORDS[citation.validity].label}` })) ?? [],
    [data],
  );
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const withdrawable = data.status === 'released' && (may('supervisor') || (may('publisher') && person.orgId === data.orgId));
  return (
    <div className="page">
      <PageHeader
        title={data.title} unseen back={{ to: '/documents', label: '政策文件' }}
        facts={<><DocNumber docNumber={data.docNumber} validity={data.validity} /><ValidityChip validity={data.validity} /><OpennessTag openness={data.openness} /><DocumentStatusTag is={data.status} /></>}
        actions={<>{data.status === 'draft' && may('operator', 'supervisor') && <LinkButton to={`/documents/${id}/confirm`} type="primary">对照原文确认</LinkButton>}{data.status === 'released' && may('operator') && <LinkButton to={`/contents/new?source=${id}`}>撰写解读或问答</LinkButton>}{withdrawable && <Button danger onClick={() => setWithdrawing(true)}>撤下</Button>}</>}
      />
      <Banner document={data} />
      <div className="document">
        <nav className="document-contents" aria-label="目录"><PolicyContents sections={data.sections} active={anchor} href={(to) => `#${to}`} /></nav>
        <article className="document-body">
          {data.issuer && <p className="document-issuer">{[data.issuer, ...data.jointIssuers.filter((joint) => joint !== data.issuer)].join('　')}</p>}
          <h2 className="document-title">{data.title}</h2>
          {data.docNumber && <p className="document-number">{data.docNumber}</p>}
          {data.addressees.length > 0 && <p className="document-addressees">{data.addressees.join('，')}：</p>}
          <PolicyText sections={data.sections} active={anchor} quotations={quotations} />
          {data.sections.length === 0 && <p className="quiet">没有正文。</p>}
        </article>
        <aside className="document-side" aria-label="文件情况">
          <Facts items={[['成文日期', formatCivilDate(data.signedOn)], ['发布日期', formatCivilDate(data.publishedOn)], ['施行日期', formatCivilDate(data.effectiveOn)], ['有效期至', formatCivilDate(data.expiresOn)], ['主题', data.topic], ['状态', DOCUMENT_STATUS_WORDS[data.status]], ['来源文件', data.fileName], ['导入', `${data.importedByName ?? '命令行'}，${formatInstant(data.importedAt)}`], ['确认', data.confirmedByName ? `${data.confirmedByName}，${formatInstant(data.confirmedAt)}` : '未确认'], ['公开依据', data.opennessDecision ? `${data.opennessDecision.groundWords}（${data.opennessDecision.decidedByName}，${formatInstant(data.opennessDecision.decidedAt)}）` : null], ['解读方案', data.interpretation ? planWords(data.interpretation) : data.status === 'released' && data.kind === 'official' ? '未登记' : null], ['正文摘要', <Digest key="d" value={data.digest} label="正文摘要" />]]} />
        </aside>
      </div>
      {data.validityChanges.length > 0 && (
        <Section title="效力变化">
          <ul className="rows">{data.validityChanges.map((change, i) => <li key={i}><div className="row"><ValidityChip validity={change.validity} /><span>{change.fromOn ? `自${formatCivilDate(change.fromOn)}起` : '日期未写明'}</span>{change.byTitle && <span>依据 {change.byDocumentId ? <Link to={`/documents/${change.byDocumentId}`}>《{change.byTitle}》</Link> : `《${change.byTitle}》`} {change.byDocNumber ?? ''}</span>}</div><p className="small quiet">{change.text}</p></li>)}</ul>
        </Section>
      )}
      <Section title={`引用的文件（${data.citations.length}）`}><CitationsTable citations={data.citations} sections={data.sections} /></Section>
      <Section title={`被引用（${data.citedBy.length}）`}>
        {data.citedBy.length === 0 ? <p className="quiet">没有其他文件引用它。</p> : <ul className="rows">{data.citedBy.map((cited, i) => <li key={i}><CitationLine documentId={cited.documentId} title={cited.title} docNumber={cited.docNumber} anchor={cited.anchor} validity={cited.validity}>{cited.targetAnchor && <a href={`#${cited.targetAnchor}`}>引到本文件{(() => { const target = data.sections.find((section) => section.anchor === cited.targetAnchor); return target ? ` ${sectionName(target)}` : ''; })()}</a>}</CitationLine></li>)}</ul>}
      </Section>
      {data.attachments.length > 0 && <Section title={`附件（${data.attachments.length}）`}><ul className="rows">{data.attachments.map((attachment, i) => <li key={i}>{attachment.title}</li>)}</ul></Section>}
      {withdrawing && (
        <ReasonDialog title="撤下文件" verb="撤下" danger consequence="群众立即看不到这份文件，它废止或修改别的文件的效力不再计算，以它为依据的内容提示群众正在复核。" label="原因" busy={withdraw.isPending} problem={withdraw.error}
          onSubmit={(reason) => withdraw.mutate({ params: { id }, body: { seenVersion: data.version, reason } })} onCancel={() => { setWithdrawing(false); withdraw.reset(); }} />
      )}
    </div>
  );
}
