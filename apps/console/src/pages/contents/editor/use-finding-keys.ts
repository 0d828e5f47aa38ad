import { useEffect, useRef } from 'react';

/** One key each: the next finding, its suggestion, its dismissal. They work wherever the caret is. */
export function useFindingKeys(acts: { next: (step: 1 | -1) => void; apply: () => void; dismiss: () => void }): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      if (event.key === 'F8') latest.current.next(event.shiftKey ? -1 : 1);
      else if (event.key === 'F9') latest.current.apply();
      else if (event.key === 'F10') latest.current.dismiss();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
