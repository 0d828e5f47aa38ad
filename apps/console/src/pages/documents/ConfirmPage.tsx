import { endpoints, type ConfirmDocumentRequest, type DocumentDraftView } from '@govmedia-hub/contracts';
import { Alert, App, Button, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { choiceOf, EMPTY_PLAN } from '../../components/InterpretationPlanFields.js';
import { DraftLine, RestoredDraft } from '../../components/drafts/DraftLine.js';
import { useDraft } from '../../components/drafts/use-draft.js';
import { MarkedText } from '../../components/marked-text/MarkedText.js';
import { PageHeader, Section } from '../../components/PageHeader.js';
import { PolicyContents } from '../../components/PolicyText.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { CitationsTable } from './citations-table.js';
import { ConfirmFields, FIELD_NAMES, type ConfirmedFields } from './confirm-fields.js';
import './documents.css';
import { findInOriginal } from './find-in-original.js';

const fieldsOf = (document: DocumentDraftView): ConfirmedFields => {
  const { title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, topic, area } = document;
  return { title, docNumber: docNumber ?? '', issuer: issuer ?? '', signedOn, publishedOn, effectiveOn, expiresOn, openness, opennessGround: null, plan: EMPTY_PLAN, topic, areaCode: area?.code ?? null };
};

function Confirmation({ document, reload }: { document: DocumentDraftView; reload: () => void }) {
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const draft = useDraft<{ seenVersion: number; fields: ConfirmedFields }>(`confirm.${document.id}`);
  const kept = draft.found?.value.seenVersion === document.version ? draft.found : null;
  const [fields, setFields] = useState<ConfirmedFields>(() => ({ ...fieldsOf(document), ...kept?.value.fields }));
  const [restored, setRestored] = useState(kept !== null);
  const [active, setActive] = useState<keyof ConfirmedFields | null>(null);
  const confirm = useAct(endpoints.confirmDocument, {
    shows: { endpoint: endpoints.getDocument, id: document.id },
    done: (out) => { draft.drop(); void message.success(out.status === 'released' ? '已确认并公开，群众现在可以查到。' : '已确认。'); void navigate(`/documents/${document.id}`); },
  });

  const change = (changes: Partial<ConfirmedFields>) => {
    const next = { ...fields, ...changes };
    setFields(next);
    draft.keep({ seenVersion: document.version, fields: next });
  };
  const marks = useMemo(
    () => findInOriginal(document.originalText, { title: fields.title, docNumber: fields.docNumber, issuer: fields.issuer, signedOn: fields.signedOn, publishedOn: fields.publishedOn, effectiveOn: fields.effectiveOn, expiresOn: fields.expiresOn, openness: document.opennessMark })
      .map((place) => ({ ...place, tone: 'note' as const, title: FIELD_NAMES[place.id as keyof ConfirmedFields] })),
    [document, fields],
  );
  const show = (field: keyof ConfirmedFields) => {
    setActive(field);
    window.document.getElementById(`mark-${field}`)?.scrollIntoView({ block: 'center' });
  };
  const submit = () => {
    const { plan, opennessGround, ...rest } = fields;
    const choice = fields.openness === 'proactive' ? choiceOf(plan) : undefined;
    const body: ConfirmDocumentRequest = { ...rest, ...(opennessGround ? { opennessGround } : {}), ...(choice ? { interpretation: choice } : {}), seenVersion: document.version, docNumber: fields.docNumber.trim() || null, title: fields.title.trim(), issuer: fields.issuer.trim() };
    const open = fields.openness === 'proactive';
    modal.confirm({
      title: open ? '确认并公开这份文件' : '确认这份文件',
      content: open ? '确认后群众立即可以查到这份文件，它会作为解读和问答的依据。确认记录将写入事件记录。' : '这份文件不是主动公开，确认后群众看不到，也不能作为公开内容的依据。',
      okText: open ? '确认并公开' : '确认', cancelText: '再核对一下', onOk: () => confirm.mutateAsync({ params: { id: document.id }, body }).catch(() => undefined),
    });
  };
  const stale = confirm.error?.code === 'documents.changed_meanwhile';

  return (
    <div className="page">
      <PageHeader
        title={document.title} serif back={{ to: '/documents?status=draft', label: '待确认的文件' }}
        facts={<><span>对照原文核对各项，确认后才会公开</span><span>来自 {document.fileName}</span><span>{document.importedByName ?? '命令行'} 于 {formatInstant(document.importedAt)} 导入</span><DraftLine savedAt={draft.savedAt} /></>}
        actions={<Button type="primary" onClick={submit} loading={confirm.isPending}>{fields.openness === 'proactive' ? '确认并公开' : '确认'}</Button>}
      />
      <ProblemAlert problem={confirm.error} names={FIELD_NAMES} />
      {stale && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title="您填写的内容保留在下面。" action={<Button size="small" onClick={() => { confirm.reset(); reload(); }}>读取最新版本</Button>} />}
      {restored && draft.savedAt && <RestoredDraft savedAt={draft.savedAt} onDrop={() => { draft.drop(); setFields(fieldsOf(document)); setRestored(false); }} />}
      {document.problems.length > 0 && (
        <div className="callout callout-amber confirm-problems"><p><b>导入时有 {document.problems.length} 处需要留意</b></p><ul>{document.problems.slice(0, 8).map((problem, i) => <li key={i}>{problem.line > 0 ? `第 ${problem.line} 行：` : ''}{problem.message}</li>)}</ul></div>
      )}
      <div className="confirm">
        <section className="confirm-original" aria-label="原文">
          <h2 className="confirm-label">原文</h2>
          <div className="confirm-scroll" tabIndex={0}><p className="original"><MarkedText text={document.originalText} marks={marks} active={active} /></p></div>
        </section>
        <section className="confirm-form" aria-label="识别结果">
          <h2 className="confirm-label">识别结果<span className="quiet small">　点到哪一项，原文里就标出哪一处</span></h2>
          <ConfirmFields value={fields} change={change} onFocus={show} problem={confirm.error} found={new Set(marks.map((mark) => mark.id))} opennessMark={document.opennessMark} />
        </section>
      </div>
      <Section title={`引用的文件（${document.citations.length}）`}><CitationsTable citations={document.citations} sections={document.sections} /></Section>
      <Section title={`章节结构（${document.sections.length}）`} extra={<span className="quiet small">{document.attachments.length > 0 ? `附件：${document.attachments.map((attachment) => attachment.title).join('、')}` : '没有附件'}</span>}>
        <div className="confirm-tree"><PolicyContents sections={document.sections} href={(anchor) => `/console/documents/${document.id}#${anchor}`} /></div>
      </Section>
    </div>
  );
}

/** 确认: the original beside what was read out of it; a named person confirms. */
export default function ConfirmPage() {
  const { id } = useParams() as { id: string };
  const { data, error, refetch } = useCall(endpoints.getDocument, { params: { id } });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  if (data.status !== 'draft') {
    return <div className="page page-narrow"><PageHeader title={data.title} serif back={{ to: `/documents/${id}`, label: '查看这份文件' }} /><Alert type="info" showIcon title="这份文件已经确认过" description={data.confirmedByName ? `${data.confirmedByName} 于 ${formatInstant(data.confirmedAt)} 确认。` : undefined} /></div>;
  }
  return <Confirmation key={`${id}-${data.version}`} document={data} reload={() => void refetch()} />;
}
