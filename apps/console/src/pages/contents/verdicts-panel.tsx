import { GATE_WORDS, GATES, type ContentView, type DeskId, type Gate, type GateStateView, type ReviewStateView } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { civilDateAt, formatCivilDateBriefly, formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { StatusTag } from '../../components/StatusTag.js';
import type { VerdictAct } from './verdict-dialog.js';

/** '乙 代 甲': who gave a verdict, and for whom. */
const personLine = (state: { byName: string | null; forName: string | null }): string => (state.forName ? `${state.byName} 代 ${state.forName}` : state.byName ?? '');

const byLine = (state: GateStateView | ReviewStateView): ReactNode => state.byName && <span className="small quiet">{personLine(state)}，{formatInstant(state.at)}{[...state.reasons, state.opinion].filter(Boolean).length > 0 ? `：${[...state.reasons, state.opinion].filter(Boolean).join('；')}` : ''}</span>;

/** A verdict names the digest that it was given on; on another text it no longer counts. */
const outdated = (state: { digest: string | null }, digest: string): boolean => state.digest !== null && state.digest !== digest;

function ClaimLine({ content, desk }: { content: ContentView; desk: DeskId }) {
  const claim = content.claims.find((entry) => entry.desk === desk);
  return claim ? <span className="small quiet">{claim.byName} 已认领，至 {formatInstant(claim.until)}</span> : null;
}

/** Until when a step is to be done, from the day its turn came. */
function DueLine({ content, desk }: { content: ContentView; desk: DeskId }) {
  const step = content.steps.find((entry) => entry.desk === desk);
  return step ? <span className="small verdict-due">最迟 {formatCivilDateBriefly(step.dueOn, civilDateAt(Date.now()))} <DueClock dueOn={step.dueOn} short /></span> : null;
}

function Steps({ content, line, title, states, act }: { content: ContentView; line: 'review' | 'proof'; title: string; states: ReviewStateView[]; act: (act: VerdictAct) => void }) {
  const good = line === 'review' ? '同意' : '无误';
  if (states.length === 0) return null;
  return (
    <section className="verdicts" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {states.map((state) => {
          const desk: DeskId = `${line}:${state.step}`;
          const mine = content.abilities.desks.includes(desk);
          return (
            <li key={desk} className={mine ? 'verdict verdict-focused' : 'verdict'}>
              <span className="verdict-name">{state.name}</span>
              <div className="verdict-state">
                {state.decision === 'approved' ? <StatusTag tone="good" shape="●">{good}</StatusTag> : state.decision === 'returned' ? <StatusTag tone="amber" shape="↩">退回</StatusTag> : <StatusTag tone="grey" shape="○">{mine ? '等您办理' : '待办'}</StatusTag>}
                {outdated(state, content.revision.digest) && <span className="verdict-open">针对旧版本，已失效</span>}
                {byLine(state)}
                <DueLine content={content} desk={desk} />
                <ClaimLine content={content} desk={desk} />
              </div>
              {mine && (
                <div className="verdict-acts">
                  <Button size="small" type="primary" onClick={() => act({ desk, good: true })} aria-label={line === 'proof' ? `${state.name}无误` : undefined}>{good}</Button>
                  <Button size="small" onClick={() => act({ desk, good: false })} aria-label={line === 'proof' ? `${state.name}退回` : undefined}>退回</Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** 五关, 三审 and 三校 with who decided and what is open; acts only where the person may. */
export function VerdictsPanel({ content, gate, chooseGate, act, focused }: { content: ContentView; gate: Gate | null; chooseGate: (gate: Gate | null) => void; act: (act: VerdictAct) => void; focused: Gate | null }) {
  const { abilities, revision } = content;
  const due = content.steps.filter(({ desk }) => desk.startsWith('gate:'));
  // gates run beside each other, so their last day is mostly one: said once
  const together = due.length > 1 && due.every(({ dueOn }) => dueOn === due[0]!.dueOn) ? due[0]! : null;
  const gates = GATES.map((id) => content.gates.find((state) => state.gate === id)).filter((state) => state !== undefined);
  return (
    <>
      <section className="verdicts" aria-label="五关">
        <div className="row-between"><h2>五关</h2>{together && <DueLine content={content} desk={together.desk} />}</div>
        <ul>
          {gates.map((state) => {
            const open = content.findings.filter((finding) => finding.gate === state.gate && finding.state === 'open').length;
            const blocked = content.findings.some((finding) => finding.gate === state.gate && finding.state === 'confirmed' && finding.severity === 'block');
            const desk: DeskId = `gate:${state.gate}`;
            return (
              <li key={state.gate} className={focused === state.gate ? 'verdict verdict-focused' : 'verdict'}>
                <button type="button" className="verdict-name" aria-pressed={gate === state.gate} onClick={() => chooseGate(gate === state.gate ? null : state.gate)}>{GATE_WORDS[state.gate]}</button>
                <div className="verdict-state">
                  {state.verdict === 'passed' ? <StatusTag tone="good" shape="●">通过</StatusTag> : state.verdict === 'returned' ? <StatusTag tone="amber" shape="↩">退回</StatusTag> : <StatusTag tone="grey" shape="○">待结论</StatusTag>}
                  {open > 0 && <span className="verdict-open">待处理 {open} 条</span>}
                  {blocked && <span className="verdict-open">有属实的必改项</span>}
                  {outdated(state, revision.digest) && <span className="verdict-open">针对旧版本，已失效</span>}
                  {byLine(state)}
                  {state.gate === 'secrecy' && content.secrecyRecord && <span className="small quiet">保密审查：{content.secrecyRecord.groundWords}。{content.secrecyRecord.conclusion}</span>}
                  {!together && <DueLine content={content} desk={desk} />}
                  <ClaimLine content={content} desk={desk} />
                </div>
                {abilities.desks.includes(desk) && (
                  <div className="verdict-acts">
                    <Button size="small" type={open === 0 && !blocked ? 'primary' : 'default'} disabled={open > 0 || blocked} title={open > 0 ? '先逐条处理这一关的检查结果' : blocked ? '属实的必改项要先改正' : ''} onClick={() => act({ desk, good: true })} aria-label={`${GATE_WORDS[state.gate]}通过`}>通过</Button>
                    <Button size="small" onClick={() => act({ desk, good: false })} aria-label={`${GATE_WORDS[state.gate]}退回`}>退回</Button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <Steps content={content} line="review" title="三审" states={content.reviews} act={act} />
      <Steps content={content} line="proof" title="三校" states={content.proofs} act={act} />
    </>
  );
}
