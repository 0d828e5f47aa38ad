import { endpoints, type ContentLockView } from '@govmedia-hub/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addressOf } from '../../../api/address.js';
import { call, changingHeaders } from '../../../api/call.js';

export interface LockState {
  /** 'none' until it is known, and for a text that nobody else can open yet. */
  state: 'none' | 'mine' | 'other';
  view: ContentLockView | null;
  /** True when it was this window's before. */
  lost: boolean;
  takeOver: () => void;
}

/** Somebody who has not touched the page for this long is not writing; the lock may lapse, and so may the session. */
const IDLE_MS = 10 * 60_000;

/** A random name for this window (UUID version 4); randomUUID is missing on pages without TLS. */
function newWindow(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Holds the lock of a content while somebody writes, and tells when another holds it or has taken it over. */
export function useLock(contentId: string | null): LockState {
  const [window_] = useState(newWindow);
  const [view, setView] = useState<ContentLockView | null>(null);
  const [lost, setLost] = useState(false);
  const had = useRef(false);
  const touchedAt = useRef(Date.now());

  const hold = useCallback(async (takeOver = false): Promise<void> => {
    if (!contentId) return;
    const now = await call(endpoints.holdContentLock, { params: { id: contentId }, body: { window: window_, ...(takeOver ? { takeOver } : {}) } }).catch(() => null);
    if (!now) return; // not reached: the next beat tries again
    if (now.mine) setLost(false);
    else if (had.current) setLost(true);
    had.current = now.mine;
    setView(now);
  }, [contentId, window_]);

  useEffect(() => {
    if (!contentId) return undefined;
    void hold();
    const touch = (): void => { touchedAt.current = Date.now(); };
    const beat = setInterval(() => { if (Date.now() - touchedAt.current < IDLE_MS) void hold(); }, (view?.beatSeconds ?? 25) * 1_000);
    const leave = (): void => {
      if (had.current) void fetch(addressOf(endpoints.releaseContentLock.path, { params: { id: contentId }, query: { window: window_ } }), { method: 'DELETE', keepalive: true, credentials: 'same-origin', headers: changingHeaders() }).catch(() => undefined);
      had.current = false;
    };
    for (const event of ['keydown', 'pointerdown'] as const) document.addEventListener(event, touch, { passive: true });
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(beat);
      for (const event of ['keydown', 'pointerdown'] as const) document.removeEventListener(event, touch);
      window.removeEventListener('pagehide', leave);
      leave();
    };
    // the beat is the server's and does not change while a page is open
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [contentId, hold, window_]);

  return { state: !view ? 'none' : view.mine ? 'mine' : 'other', view, lost, takeOver: () => void hold(true) };
}
