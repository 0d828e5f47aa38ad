import { endpoints, LIMITS, type ScreenTextView } from '@govmedia-hub/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '../../../api/api-problem.js';
import { call } from '../../../api/call.js';
import { joinPieces, type PlacedPiece, type TextPiece } from '../text-pieces.js';

export interface LiveScreening {
  /** Of the text as it was screened; null before the first answer. */
  result: ScreenTextView | null;
  /** The pieces of the screened text, on which the offsets stand. */
  placed: PlacedPiece[];
  /** True while the findings lag behind what is typed. */
  behind: boolean;
  problem: ApiProblem | null;
}

const PAUSE_MS = 900;
/** Somebody who types without a pause is screened this often. */
const LONGEST_WAIT_MS = 5_000;

/** Screens what is being written, a moment after the last key; an answer to an older text is thrown away. */
export function useLiveScreening(pieces: readonly TextPiece[], documentIds: readonly string[]): LiveScreening {
  const { text, placed } = useMemo(() => joinPieces(pieces), [pieces]);
  const sources = documentIds.join(' ');
  const [state, setState] = useState<{ of: string; result: ScreenTextView | null; placed: PlacedPiece[]; problem: ApiProblem | null }>({ of: '', result: null, placed: [], problem: null });
  const turn = useRef(0);
  const waitingSince = useRef<number | null>(null);
  const key = `${sources}\n${text}`;
  useEffect(() => {
    const mine = (turn.current += 1);
    if (text.trim() === '' || text.length > LIMITS.screenChars) return undefined;
    const now = Date.now();
    waitingSince.current ??= now;
    const timer = setTimeout(() => {
      waitingSince.current = null;
      call(endpoints.screenText, { body: { text, ...(sources ? { documentIds: sources.split(' ') } : {}) } }).then(
        (result) => { if (turn.current === mine) setState({ of: key, result, placed, problem: null }); },
        (problem: ApiProblem) => { if (turn.current === mine) setState((before) => ({ ...before, of: key, problem })); },
      );
    }, Math.max(0, Math.min(PAUSE_MS, waitingSince.current + LONGEST_WAIT_MS - now)));
    return () => clearTimeout(timer);
  }, [text, sources, key, placed]);
  return { result: text.trim() === '' ? null : state.result, placed: state.placed, behind: state.of !== key && text.trim() !== '', problem: state.problem };
}
