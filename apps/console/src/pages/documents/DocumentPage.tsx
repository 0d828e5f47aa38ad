import { DOCUMENT_STATUS_WORDS, endpoints, INTERPRETATION_FORM_WORDS, VALIDITY_WORDS, type DocumentDraftView, type InterpretationPlanView } from '@govmedia-hub/contracts';
import { App, Button, Spin } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { LinkButton } from '../../components/LinkButton.js';
import { OpennessTag } from '../../components/OpennessTag.js';
import { Facts, PageHeader, Section } from '../../components/PageHeader.js';
import { PolicyContents, PolicyText } from '../../components/PolicyText.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { DocumentStatusTag } from '../../components/StatusTag.js';
import { DocNumber, ValidityChip } from '../../components/ValidityChip.js';
import { CorrectArea } from './correct-area.js';
import { CitationsTable } from './citations-table.js';
import { CitingPlaces } from './citing-places.js';
import { RecordVersion } from './record-version.js';
import { RecordChange } from './record-change.js';
import { ValidityChanges } from './validity-changes.js';
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
  if (document.validity === 'amended') return <p className="callout callout-amber document-banner">这份文件已被修改，修改情况见下方“效力变化”。</p>;
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
  const [recording, setRecording] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);
  const revoke = useAct(endpoints.revokeValidityChange, { shows: { endpoint: endpoints.getDocument, id }, done: () => { setRevoking(null); void message.success('已更正，效力按其余变化重新确定。'); } });
  const [correcting, setCorrecting] = useState(false);
  const [renewing, setRenewing] = useState(false);
  const quotations = useMemo(
    () => data?.citations.map((citation, i) => ({ id: String(i), anchor: citation.anchor, text: citation.text, tone: GONE.has(citation.validity) ? ('warn' as const) : ('done' as const), title: `${citation.title ?? citation.text} · ${VALIDITY_WORDS[citation.validity].label}` })) ?? [],
    [data],
  );
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const withdrawable = data.status === 'released' && (may('supervisor') || (may('publisher') && person.orgId === data.orgId));
  const renewable = (data.status === 'released' || data.status === 'confirmed') && data.validityChanges.some((change) => change.validity === 'amended') && (may('supervisor') || (may('operator') && person.orgId === data.orgId));
  const placeable = (data.status === 'released' || data.status === 'confirmed') && (may('supervisor') || (may('operator') && person.orgId === data.orgId));
  return (
    <div className="page">
      <PageHeader
        title={data.title} unseen back={{ to: '/documents', label: '政策文件' }}
        facts={<><DocNumber docNumber={data.docNumber} validity={data.validity} /><ValidityChip validity={data.validity} /><OpennessTag openness={data.openness} /><DocumentStatusTag is={data.status} /></>}
        actions={<>{data.versions.length > 1 && <LinkButton to={`/documents/${id}/compare`}>对照修改前后</LinkButton>}{renewable && <Button onClick={() => setRenewing(true)}>登记修改后的文本</Button>}{data.status === 'draft' && may('operator', 'supervisor') && <LinkButton to={`/documents/${id}/confirm`} type="primary">对照原文确认</LinkButton>}{data.status === 'released' && may('operator') && <LinkButton to={`/contents/new?source=${id}`}>撰写解读或问答</LinkButton>}{withdrawable && <Button danger onClick={() => setWithdrawing(true)}>撤下</Button>}</>}
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
          <Facts items={[['成文日期', formatCivilDate(data.signedOn)], ['发布日期', formatCivilDate(data.publishedOn)], ['施行日期', formatCivilDate(data.effectiveOn)], ['有效期至', formatCivilDate(data.expiresOn)], ['适用地域', <span key="a">{data.area?.path ?? '没有写明'}{placeable && <Button type="link" size="small" onClick={() => setCorrecting(true)}>更正</Button>}</span>], ['主题', data.topic], ['状态', DOCUMENT_STATUS_WORDS[data.status]], ['来源文件', data.fileName], ['导入', `${data.importedByName ?? '命令行'}，${formatInstant(data.importedAt)}`], ['确认', data.confirmedByName ? `${data.confirmedByName}，${formatInstant(data.confirmedAt)}` : '未确认'], ['公开依据', data.opennessDecision ? `${data.opennessDecision.groundWords}（${data.opennessDecision.decidedByName}，${formatInstant(data.opennessDecision.decidedAt)}）` : null], ['解读方案', data.interpretation ? planWords(data.interpretation) : data.status === 'released' && data.kind === 'official' ? '未登记' : null], ['正文摘要', <Digest key="d" value={data.digest} label="正文摘要" />]]} />
        </aside>
      </div>
      {(data.validityChanges.length > 0 || may('supervisor')) && <ValidityChanges document={data} onRecord={may('supervisor') ? () => setRecording(true) : null} onRevoke={may('supervisor') ? setRevoking : null} />}
      <Section title={`引用的文件（${data.citations.length}）`}><CitationsTable citations={data.citations} sections={data.sections} /></Section>
      {data.status !== 'draft' && <CitingPlaces id={id} sections={data.sections} />}
      {data.attachments.length > 0 && <Section title={`附件（${data.attachments.length}）`}><ul className="rows">{data.attachments.map((attachment, i) => <li key={i}>{attachment.title}</li>)}</ul></Section>}
      {correcting && <CorrectArea document={data} onClose={() => setCorrecting(false)} />}
      {renewing && <RecordVersion document={data} onClose={() => setRenewing(false)} />}
      {recording && <RecordChange document={data} onClose={() => setRecording(false)} />}
      {revoking && (
        <ReasonDialog title="更正效力变化" verb="更正" danger consequence={`这条变化不再计算，文件的效力立即按其余变化重新确定，原记录和更正理由都保留。`} label="理由" busy={revoke.isPending} problem={revoke.error}
          onSubmit={(reason) => revoke.mutate({ params: { id, changeId: revoking }, body: { seenVersion: data.version, reason } })} onCancel={() => { setRevoking(null); revoke.reset(); }} />
      )}
      {withdrawing && (
        <ReasonDialog title="撤下文件" verb="撤下" danger consequence="群众立即看不到这份文件，它废止或修改别的文件的效力不再计算，以它为依据的内容提示群众正在复核。" label="原因" busy={withdraw.isPending} problem={withdraw.error}
          onSubmit={(reason) => withdraw.mutate({ params: { id }, body: { seenVersion: data.version, reason } })} onCancel={() => { setWithdrawing(false); withdraw.reset(); }} />
      )}
    </div>
  );
}
