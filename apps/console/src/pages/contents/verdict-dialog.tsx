import { endpoints, GATE_WORDS, LIMITS, type ContentView, type DeskId, type DeskStep, type Gate } from '@govmedia-hub/contracts';
import { App, Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

export interface VerdictAct { desk: DeskId; good: boolean }

const WORDS = {
  gate: { good: '通过', done: '结论已记录。', returned: '退回采编人员修改，改后五关、三审、三校重新办理。' },
  review: { good: '同意', done: '审核意见已记录。', returned: '退回采编人员修改，五关、三审、三校全部重来。' },
  proof: { good: '无误', done: '校对意见已记录。', returned: '退回采编人员修改，五关、三审、三校全部重来。' },
} as const;

/** The name of a desk, as the process of the text calls it: 政治关, 复审, 一校. */
export function deskWords(desk: DeskId, { reviews, proofs }: Pick<ContentView, 'reviews' | 'proofs'>): string {
  const [line, rest] = desk.split(':') as ['gate' | 'review' | 'proof', string];
  if (line === 'gate') return GATE_WORDS[rest as Gate];
  return (line === 'review' ? reviews : proofs).find(({ step }) => step === Number(rest))?.name ?? '';
}

function consequence(desk: DeskId, good: boolean): string {
  const line = desk.split(':')[0] as keyof typeof WORDS;
  if (!good) return WORDS[line].returned;
  if (line === 'gate') return '以您的名义作出结论。正文、附件或依据一改，结论即失效。';
  return line === 'review' ? '每次审核须由不同的人完成。五关、三审、三校齐备后，发布人员即可发布。' : '每次校对须由不同的人完成。五关、三审、三校齐备后，发布人员即可发布。';
}

/** Where a person says what they find: canned and own reasons, the secrecy record, and in whose name. */
export function VerdictDialog({ act, content, bound, close }: { act: VerdictAct; content: ContentView; bound: ReactNode; close: () => void }) {
  const { message } = App.useApp();
  const { desk, good } = act;
  const [line, rest] = desk.split(':') as ['gate' | 'review' | 'proof', string];
  const after = { shows: { endpoint: endpoints.getContent, id: content.id }, done: () => { void message.success(WORDS[line].done); close(); } };
  const gate = useAct(endpoints.closeGate, after);
  const review = useAct(endpoints.reviewContent, after);
  const proof = useAct(endpoints.proofreadContent, after);
  const rules = useCall(endpoints.getReviewRules, {});
  const [reasons, setReasons] = useState<string[]>([]);
  const [ground, setGround] = useState('public_source');
  const [conclusion, setConclusion] = useState('不涉及国家秘密、工作秘密、商业秘密和个人隐私，可以公开。');
  const [missing, setMissing] = useState(false);
  const [name, setName] = useState('');
  const asksSecrecy = desk === 'gate:secrecy' && good;
  const acting = line === 'gate' ? gate : line === 'review' ? review : proof;
  const step = Number(rest) as DeskStep;

  const submit = (opinion: string) => {
    if (asksSecrecy && conclusion.trim() === '') { setMissing(true); return; }
    const said = { digest: content.revision.digest, opinion, ...(good || reasons.length === 0 ? {} : { reasons }), ...(name ? { onBehalfOfId: name } : {}) };
    if (line === 'gate') gate.mutate({ params: { id: content.id, gate: rest as Gate }, body: { ...said, verdict: good ? 'passed' : 'returned', ...(asksSecrecy ? { secrecy: { ground, conclusion: conclusion.trim() } } : {}) } });
    else (line === 'review' ? review : proof).mutate({ params: { id: content.id }, body: { ...said, step, decision: good ? 'approved' : 'returned' } });
  };
  return (
    <ReasonDialog
      title={`${deskWords(desk, content)}${good ? WORDS[line].good : '退回'}`} verb={good ? WORDS[line].good : '退回修改'} label="意见" required={!good && reasons.length === 0} maxChars={LIMITS.opinionChars}
      onCancel={close} busy={acting.isPending} problem={acting.error} consequence={consequence(desk, good)} initial={good ? WORDS[line].good : ''} onSubmit={submit}
    >
      {bound}
      {content.actingFor.length > 0 && (
        <label className="stack act-part"><span>以谁的名义</span>
          <Select aria-label="以谁的名义" value={name} onChange={setName} options={[{ value: '', label: '本人' }, ...content.actingFor.map((person) => ({ value: person.id, label: `代 ${person.name}` }))]} />
        </label>
      )}
      {!good && (
        <fieldset className="act-part act-reasons"><legend>常用原因（可多选）</legend>
          <Checkbox.Group value={reasons} onChange={(values) => setReasons(values as string[])} options={(rules.data?.returnReasons.reasons ?? []).filter((reason) => reason.lines.includes(line)).map((reason) => ({ value: reason.code, label: reason.words }))} />
        </fieldset>
      )}
      {asksSecrecy && (
        <fieldset className="act-part"><legend>保密审查记录</legend>
          <label className="stack"><span>审查依据</span><Select aria-label="审查依据" value={ground} onChange={setGround} options={(rules.data?.secrecyGrounds.grounds ?? []).map((entry) => ({ value: entry.code, label: entry.words }))} popupMatchSelectWidth={480} /></label>
          <label className="stack"><span>审查结论</span><Input aria-label="审查结论" value={conclusion} maxLength={LIMITS.reasonChars} status={missing ? 'error' : ''} onChange={(event) => { setConclusion(event.target.value); setMissing(false); }} /></label>
          {missing && <span className="field-error" role="alert">请写明审查结论。</span>}
        </fieldset>
      )}
    </ReasonDialog>
  );
}
