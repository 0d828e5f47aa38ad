import { endpoints, FILING_KIND_WORDS, FILING_KINDS, type AccountView, type FilingForm, type FilingKind, type FilingView } from '@govmedia-hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Select, Spin, Steps } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem.js';
import { call } from '../../api/call.js';
import { useCall, useList } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { DraftLine, RestoredDraft } from '../../components/drafts/DraftLine.js';
import { useDraft } from '../../components/drafts/use-draft.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import './accounts.css';
import { FilingChecks, FilingFacts } from './filing-checks.js';
import { FilingFields } from './filing-fields.js';
import { editFiling, emptyFiling, FIELD_NAMES, filingOfAccount, FORM_STEPS, missingIn, toFilingForm, type EditedFiling } from './filing-form.js';

interface Kept { kind: FilingKind; accountId: string | null; edited: EditedFiling; step: number; seenVersion: number | null }

const names = Object.fromEntries(Object.entries(FIELD_NAMES).flatMap(([field, name]) => [[field, name], [`form.${field}`, name]]));

function FilingSteps({ filing, account }: { filing: FilingView | null; account: AccountView | null }) {
  const { person } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const draft = useDraft<Kept>(`filing.${filing?.id ?? (account ? `account.${account.id}` : 'new')}`);
  const fresh = (): Kept => {
    const asked = params.get('kind') as FilingKind | null;
    return filing
      ? { kind: filing.kind, accountId: filing.accountId, edited: editFiling(filing.form), step: 0, seenVersion: filing.version }
      : { kind: asked && FILING_KINDS.includes(asked) ? asked : account ? 'change' : 'opening', accountId: account?.id ?? null, edited: { ...emptyFiling(person.orgName), ...(account ? filingOfAccount(account) : {}) }, step: 0, seenVersion: null };
  };
  const usable = draft.found && (!filing || draft.found.value.seenVersion === filing.version) ? draft.found : null;
  const [state, setState] = useState<Kept>(() => usable?.value ?? fresh());
  const [restored, setRestored] = useState(usable !== null);
  const [errors, setErrors] = useState<Partial<Record<keyof FilingForm, string>>>({});
  const [saved, setSaved] = useState<FilingView | null>(filing);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const accounts = useList(endpoints.listAccounts, { query: { orgId: person.orgId, limit: 100 } }, { enabled: state.kind !== 'opening' });
  const last = FORM_STEPS.length;

  const put = (changes: Partial<Kept>) => { const next = { ...state, ...changes }; setState(next); draft.keep(next); };
  const change = (changes: Partial<EditedFiling>) => { put({ edited: { ...state.edited, ...changes } }); setErrors((before) => { const next = { ...before }; for (const field of Object.keys(changes)) delete next[field as keyof FilingForm]; return next; }); };
  const refuse = (failure: unknown) => {
    const refusal = failure instanceof ApiProblem ? failure : new ApiProblem('server.failed', {});
    setProblem(refusal);
    const beside = Object.fromEntries(refusal.errors.map(({ field, message: text }) => [field.replace(/^form\./, ''), text]));
    setErrors(beside);
    const step = FORM_STEPS.findIndex(({ fields }) => fields.some((field) => beside[field]));
    if (step >= 0) put({ step });
    window.scrollTo({ top: 0 });
  };

  const next = async () => {
    const missing = missingIn(state.step, state.edited, state.kind);
    if (state.step === 0 && state.kind !== 'opening' && !state.accountId) missing.accountName = '请先选择要办理的账号。';
    setErrors(missing);
    const first = Object.keys(missing)[0];
    if (first) { document.getElementById(first)?.focus(); return; }
    if (state.step < last - 1) { put({ step: state.step + 1 }); window.scrollTo({ top: 0 }); return; }
    setBusy(true);
    setProblem(null);
    try {
      const body = { kind: state.kind, accountId: state.accountId, form: toFilingForm(state.edited, state.kind), ...(saved ? { seenVersion: saved.version } : {}) };
      const out = saved ? await call(endpoints.saveFiling, { params: { id: saved.id }, body }) : await call(endpoints.createFiling, { body });
      setSaved(out);
      draft.drop();
      setState({ ...state, step: last, seenVersion: out.version });
      setRestored(false);
      client.setQueryData([endpoints.getFiling.path, { params: { id: out.id } }], out);
      window.scrollTo({ top: 0 });
    } catch (failure) {
      refuse(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = async () => {
    if (!saved) return;
    setBusy(true);
    setProblem(null);
    try {
      const out = await call(endpoints.submitFiling, { params: { id: saved.id }, body: { seenVersion: saved.version } });
      client.setQueryData([endpoints.getFiling.path, { params: { id: out.id } }], out);
      void client.invalidateQueries();
      void message.success('备案已提交，等待主管单位审核。');
      void navigate(`/filings/${out.id}`);
    } catch (failure) {
      refuse(failure);
    } finally {
      setBusy(false);
    }
  };
  const blocked = saved?.checks.some((check) => check.outcome === 'block') ?? false;
  const returned = filing?.status === 'correction' ? filing.steps.filter((step) => step.opinion).at(-1) : undefined;

  return (
    <div className="page page-narrow">
      <PageHeader title={filing ? `修改${FILING_KIND_WORDS[state.kind]}` : '申请备案'} back={filing ? { to: `/filings/${filing.id}`, label: '备案' } : { to: '/filings', label: '账号备案' }} facts={<DraftLine savedAt={state.step < last ? draft.savedAt : null} />} />
      {returned && <p className="callout callout-amber" style={{ marginBottom: 16 }}>退回意见（{returned.byName}）：{returned.opinion}</p>}
      <Steps size="small" current={state.step} items={[...FORM_STEPS.map(({ title }) => ({ title })), { title: '核对提交' }]} style={{ marginBottom: 24 }} />
      <ProblemAlert problem={problem} names={names} />
      {restored && draft.savedAt && <RestoredDraft savedAt={draft.savedAt} onDrop={() => { draft.drop(); setState(fresh()); setRestored(false); }} />}
      {state.step < last ? (
        <form className="form" onSubmit={(event) => { event.preventDefault(); void next(); }} noValidate>
          {state.step === 0 && !filing && <div className="form-field"><span className="form-label">事项</span><Segmented<FilingKind> value={state.kind} onChange={(kind) => put({ kind, ...(kind === 'opening' ? { accountId: null } : {}) })} options={FILING_KINDS.map((kind) => ({ value: kind, label: FILING_KIND_WORDS[kind] }))} /></div>}
          {state.step === 0 && state.kind !== 'opening' && !filing && (
            <div className="form-field"><label htmlFor="accountId">账号</label>
              <Select<string> id="accountId" value={state.accountId} placeholder="选择本单位已备案的账号" options={accounts.items.map((item) => ({ value: item.id, label: `${item.name}（${item.filingNo}）` }))} onChange={(accountId) => { const chosen = accounts.items.find((item) => item.id === accountId); put({ accountId, edited: { ...state.edited, ...(chosen ? filingOfAccount(chosen) : {}) } }); }} />
            </div>
          )}
          <FilingFields step={state.step} kind={state.kind} value={state.edited} change={change} errors={errors} />
          <div className="form-foot">
            {state.step > 0 && <Button onClick={() => put({ step: state.step - 1 })}>上一步</Button>}
            <Button type="primary" htmlType="submit" loading={busy}>{state.step === last - 1 ? '保存并检查' : '下一步'}</Button>
          </div>
        </form>
      ) : saved && (
        <>
          <h2 className="form-title">自动检查</h2>
          <FilingChecks checks={saved.checks} />
          <h2 className="form-title">备案表</h2>
          <FilingFacts form={saved.form} />
          <div className="form-foot">
            <Button onClick={() => put({ step: 0 })}>返回修改</Button>
            <Button type="primary" onClick={() => void submit()} loading={busy} disabled={blocked}>提交备案</Button>
            {blocked && <span className="field-error">有不通过的检查项，改正后才能提交。</span>}
          </div>
        </>
      )}
    </div>
  );
}

/** 备案表, in steps */
export default function FilingFormPage() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const accountId = params.get('account');
  const filing = useCall(endpoints.getFiling, { params: { id: id ?? '' } }, { enabled: id !== undefined });
  const account = useCall(endpoints.getAccount, { params: { id: accountId ?? '' } }, { enabled: accountId !== null });
  // the form keeps what it began with; a background refresh must not change the version that was seen
  const [begun, setBegun] = useState<{ filing: FilingView | null; account: AccountView | null } | null>(null);
  useEffect(() => {
    if (begun || (id && !filing.data) || (accountId && !account.data)) return;
    setBegun({ filing: filing.data ?? null, account: account.data ?? null });
  }, [begun, id, accountId, filing.data, account.data]);
  const problem = filing.error ?? account.error;
  if (problem) return <div className="page"><ProblemAlert problem={problem} /></div>;
  return begun ? <FilingSteps filing={begun.filing} account={begun.account} /> : <div className="page-wait"><Spin /></div>;
}
