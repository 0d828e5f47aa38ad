import { endpoints, type BoundSourceView, type ContentDraftView } from '@govmedia-hub/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.js';
import { call } from '../../../api/call.js';
import { useDraft } from '../../../components/drafts/use-draft.js';
import { toSaveRequest, type Dismissal, type EditedContent } from './edited-content.js';

/** A text that was being written when the editor was last left. */
export interface FoundDraft { edited: EditedContent; seenVersion: number | null; dismissals: Dismissal[]; savedAt: number; /** Number of the earlier revision on which the person goes on, in the place of a draft. */ fromRevision?: number }

/** The later of what this computer and the hub have kept. */
export function laterDraft(local: { value: Omit<FoundDraft, 'savedAt'>; savedAt: number } | null, kept: ContentDraftView | null): FoundDraft | null {
  const server = kept && { savedAt: new Date(kept.savedAt).getTime(), seenVersion: kept.seenVersion, dismissals: kept.dismissals, edited: { ...kept.content, topic: kept.content.topic ?? null, guide: kept.content.guide ?? null, sources: kept.sources as BoundSourceView[] } };
  if (!local) return server;
  return server && server.savedAt > local.savedAt ? server : { ...local.value, savedAt: local.savedAt };
}

const PAUSE_MS = 2_000;

/**
 * Keeps what is typed: at once on this computer, so that an ended session or a closed window loses nothing, and a moment
 * later in the hub, so that another computer finds it. Text waits until it has been screened; one with a secrecy marking
 * is kept nowhere.
 */
export function useAutosave({ place, edited, seenVersion, dismissals, dirty, behind, stopped, found }: { place: string; edited: EditedContent; seenVersion: number | null; dismissals: Dismissal[]; dirty: boolean; behind: boolean; stopped: boolean; found: FoundDraft | null }): { savedAt: number | null; problem: string | null; drop: () => void } {
  const local = useDraft<Omit<FoundDraft, 'savedAt'>>(`text.${place}`);
  const [savedAt, setSavedAt] = useState<number | null>(found?.savedAt ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const round = useRef(0);
  const keepHere = useRef(local.keep);
  keepHere.current = local.keep;
  const dropHere = useRef(local.drop);
  dropHere.current = local.drop;

  const drop = useCallback((): void => {
    round.current += 1;
    if (timer.current) clearTimeout(timer.current);
    dropHere.current();
    setSavedAt(null);
    setProblem(null);
    void call(endpoints.dropContentDraft, { params: { place } }).catch(() => undefined);
  }, [place]);

  useEffect(() => {
    if (!dirty || behind || stopped) return undefined;
    keepHere.current({ edited, seenVersion, dismissals });
    const mine = (round.current += 1);
    timer.current = setTimeout(() => {
      const { kind, title, topic, blocks, guide, sources } = toSaveRequest(edited);
      call(endpoints.keepContentDraft, { params: { place }, body: { content: { kind, title, topic: topic ?? null, blocks, guide: guide ?? null, sources }, seenVersion, dismissals } }).then(
        (kept) => {
          if (round.current === mine) { setSavedAt(new Date(kept.savedAt).getTime()); setProblem(null); }
        },
        (failure: unknown) => {
          if (round.current !== mine) return;
          if (failure instanceof ApiProblem && failure.code === 'contents.secrecy_marking') drop();
          else setProblem('草稿存在本机，还没有传到系统');
        },
      );
    }, PAUSE_MS);
    return () => { if (timer.current) clearTimeout(timer.current); };
  }, [edited, seenVersion, dismissals, dirty, behind, stopped, place, drop]);

  return { savedAt, problem, drop };
}
