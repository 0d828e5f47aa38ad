import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../app/session.js';

export interface KeptDraft<T> { value: T; savedAt: number }

/** Reads a kept draft; anything that is not one counts as none. */
export function readDraft<T>(text: string | null): KeptDraft<T> | null {
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as KeptDraft<T>;
    return typeof kept.savedAt === 'number' && kept.value !== undefined ? kept : null;
  } catch {
    return null;
  }
}

export interface DraftState<T> {
  /** What was found when the form opened. */
  found: KeptDraft<T> | null;
  /** When the draft was last kept on this computer. */
  savedAt: number | null;
  keep: (value: T) => void;
  /** Removes it: sent, given up, or text that must not be stored at all. */
  drop: () => void;
}

/** Keeps what is being typed on this computer, apart for each person, so that an ended session or a closed window loses nothing. */
export function useDraft<T>(name: string): DraftState<T> {
  const { person } = useSession();
  const key = `hub.draft.${person.id}.${name}`;
  const [found] = useState(() => readDraft<T>(localStorage.getItem(key)));
  const [savedAt, setSavedAt] = useState<number | null>(found?.savedAt ?? null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const pending = useRef<T | null>(null);

  const write = useCallback(() => {
    if (pending.current === null) return;
    const at = Date.now();
    try {
      localStorage.setItem(key, JSON.stringify({ value: pending.current, savedAt: at }));
      setSavedAt(at);
    } catch {
      // a full or forbidden store: the page goes on without the local copy
    }
    pending.current = null;
  }, [key]);

  const keep = useCallback((value: T) => {
    pending.current = value;
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(write, 600);
  }, [write]);

  const drop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    pending.current = null;
    localStorage.removeItem(key);
    setSavedAt(null);
  }, [key]);

  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      if (timer.current) clearTimeout(timer.current);
      write();
    };
  }, [write]);

  return { found, savedAt, keep, drop };
}
