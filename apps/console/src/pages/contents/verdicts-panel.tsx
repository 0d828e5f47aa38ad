import { GATE_WORDS, GATES, REVIEW_STEP_WORDS, type ContentView, type Gate, type GateStateView, type ReviewStateView } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant } from '../../components/dates/civil-date.js';
import { StatusTag } from '../../components/StatusTag.js';

const byLine = (state: GateStateView | ReviewStateView): ReactNode => state.byName && <span className="small quiet">{state.byName}，{formatInstant(state.at)}{state.opinion ? `：${state.opinion}` : ''}</span>;

/** A verdict names the digest that it was given on; on another text it no longer counts. */
const outdated = (state: { digest: string | null }, digest: string): boolean => state.digest !== null && state.digest !== digest;

/** 五关 and 三审 with who decided and what is open; acts only where the person may. */
export function VerdictsPanel({ content, gate, chooseGate, onGate, onReview, focused }: {
  content: ContentView; gate: Gate | null; chooseGate: (gate: Gate | null) => void; onGate: (gate: Gate, verdict: 'passed' | 'returned') => void; onReview: (step: 1 | 2 | 3, decision: 'approved' | 'returned') => void; focused: Gate | null;
}) {
  const { abilities, revision } = content;
  const gates = GATES.map((id) => content.gates.find((state) => state.gate === id)).filter((state) => state !== undefined);
  return (
    <>
      <section className="verdicts" aria-label="五关">
        <h2>五关</h2>
        <ul>
          {gates.map((state) => {
            const open = content.findings.filter((finding) => finding.gate === state.gate && finding.state === 'open').length;
            const blocked = content.findings.some((finding) => finding.gate === state.gate && finding.state === 'confirmed' && finding.severity === 'block');
            const mayClose = abilities.closeGates && state.verdict === 'open';
            return (
              <li key={state.gate} className={focused === state.gate ? 'verdict verdict-focused' : 'verdict'}>
                <button type="button" className="verdict-name" aria-pressed={gate === state.gate} onClick={() => chooseGate(gate === state.gate ? null : state.gate)}>{GATE_WORDS[state.gate]}</button>
                <div className="verdict-state">
                  {state.verdict === 'passed' ? <StatusTag tone="good" shape="●">通过</StatusTag> : state.verdict === 'returned' ? <StatusTag tone="amber" shape="↩">退回</StatusTag> : <StatusTag tone="grey" shape="○">待结论</StatusTag>}
                  {open > 0 && <span className="verdict-open">待处理 {open} 条</span>}
                  {blocked && <span className="verdict-open">有属实的必改项</span>}
                  {outdated(state, revision.digest) && <span className="verdict-open">针对旧版本，已失效</span>}
                  {byLine(state)}
                </div>
                {mayClose && (
                  <div className="verdict-acts">
                    <Button size="small" type={open === 0 && !blocked ? 'primary' : 'default'} disabled={open > 0 || blocked} title={open > 0 ? '先逐条处理这一关的检查结果' : blocked ? '属实的必改项要先改正' : ''} onClick={() => onGate(state.gate, 'passed')} aria-label={`${GATE_WORDS[state.gate]}通过`}>通过</Button>
                    <Button size="small" onClick={() => onGate(state.gate, 'returned')} aria-label={`${GATE_WORDS[state.gate]}退回`}>退回</Button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section className="verdicts" aria-label="三审">
        <h2>三审</h2>
        <ul>
          {content.reviews.map((state) => (
            <li key={state.step} className={abilities.review === state.step ? 'verdict verdict-focused' : 'verdict'}>
              <span className="verdict-name">{REVIEW_STEP_WORDS[state.step]}</span>
              <div className="verdict-state">
                {state.decision === 'approved' ? <StatusTag tone="good" shape="●">同意</StatusTag> : state.decision === 'returned' ? <StatusTag tone="amber" shape="↩">退回</StatusTag> : <StatusTag tone="grey" shape="○">{abilities.review === state.step ? '等您审核' : '待审'}</StatusTag>}
                {outdated(state, revision.digest) && <span className="verdict-open">针对旧版本，已失效</span>}
                {byLine(state)}
              </div>
              {abilities.review === state.step && (
                <div className="verdict-acts">
                  <Button size="small" type="primary" onClick={() => onReview(state.step, 'approved')}>同意</Button>
                  <Button size="small" onClick={() => onReview(state.step, 'returned')}>退回</Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
