import { endpoints, LIMITS, type ScreenTextView } from '@govmedia-hub/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '../../../api/api-problem.js';
import { call } from '../../../api/call.js';
import { oneHint } from './one-hint.js';
import { joinPieces, type TextPiece } from '../text-pieces.js';

/** A part of the text that is screened by itself: the title, one block, the parts of a guide. */
export interface ScreenedPart { key: string; pieces: readonly TextPiece[] }

type Screened = ScreenTextView['findings'][number];

/** A finding and the piece of text it begins in; start and end are counted in that piece. */
export interface PlacedFinding extends Screened { id: string; part: string; piece: string }

export interface BlockFindings {
  /** In reading order, of the parts whose text is as it was screened. */
  findings: PlacedFinding[];
  lexiconVersion: string | null;
  /** True while some part waits to be screened. */
  behind: boolean;
  problem: ApiProblem | null;
}

const PAUSE_MS = 900;
/** Somebody who types without a pause is screened this often. */
const LONGEST_WAIT_MS = 5_000;
const MOST_KEPT = 600;

/** Cuts the findings of several texts that were screened as one back into those of each. */
export function shareOut(texts: readonly string[], findings: readonly Screened[]): Screened[][] {
  let from = 0;
  return texts.map((text) => {
    const start = from;
    from += text.length + 1;
    return findings.filter((finding) => finding.start >= start && finding.start < start + text.length).map((finding) => ({ ...finding, start: finding.start - start, end: Math.min(finding.end - start, text.length) }));
  });
}

/** Screens what is being written a moment after the last key, and of it only the parts whose words have changed. */
export function useBlockFindings(parts: readonly ScreenedPart[], documentIds: readonly string[]): BlockFindings {
  const sources = documentIds.join(' ');
  const kept = useRef(new Map<string, Screened[]>());
  const [state, setState] = useState<{ round: number; lexiconVersion: string | null; problem: ApiProblem | null; failed: string }>({ round: 0, lexiconVersion: null, problem: null, failed: '' });
  const joined = useMemo(() => parts.map(({ key, pieces }) => ({ key, ...joinPieces(pieces) })), [parts]);
  const keyOf = (text: string): string => `${sources}\n${text}`;
  const waiting = [...new Set(joined.map(({ text }) => text).filter((text) => text.trim() !== '' && text.length <= LIMITS.screenChars && !kept.current.has(keyOf(text))))];
  const signature = waiting.map(keyOf).join('\n\n');
  const waitingSince = useRef<number | null>(null);

  useEffect(() => {
    if (signature === '') { waitingSince.current = null; return undefined; }
    const now = Date.now();
    waitingSince.current ??= now;
    const timer = setTimeout(() => {
      waitingSince.current = null;
      const batch: string[] = [];
      for (const text of waiting) if (batch.reduce((sum, one) => sum + one.length + 1, text.length) <= LIMITS.screenChars) batch.push(text);
      call(endpoints.screenText, { body: { text: batch.join('\n'), ...(sources ? { documentIds: sources.split(' ') } : {}) } }).then(
        ({ findings, lexiconVersion }) => {
          shareOut(batch, findings).forEach((own, i) => kept.current.set(keyOf(batch[i]!), own));
          for (const key of kept.current.keys()) if (kept.current.size > MOST_KEPT) kept.current.delete(key); else break;
          setState((before) => ({ round: before.round + 1, lexiconVersion, problem: null, failed: '' }));
        },
        (problem: ApiProblem) => setState((before) => ({ ...before, problem, failed: signature })),
      );
    }, Math.max(0, Math.min(PAUSE_MS, waitingSince.current + LONGEST_WAIT_MS - now)));
    return () => clearTimeout(timer);
    // the waiting texts are told apart by their signature
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [signature]);

  const findings = useMemo(() => oneHint(joined.flatMap(({ key, text, placed }) => (kept.current.get(keyOf(text)) ?? []).flatMap((finding): PlacedFinding[] => {
    const piece = placed.find((one) => finding.start >= one.start && finding.start < one.end);
    return piece ? [{ ...finding, id: `${key} ${finding.rule} ${finding.start}`, part: key, piece: piece.key, start: finding.start - piece.start, end: Math.min(finding.end, piece.end) - piece.start }] : [];
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }))), [joined, sources, state.round]);
  return { findings, lexiconVersion: state.lexiconVersion, behind: signature !== '', problem: state.problem };
}
