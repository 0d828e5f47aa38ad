import type { PublicationView } from '@govmedia-hub/contracts';
import { useEffect, useState } from 'react';

/** A text that the console, in whose frame this page stands, shows before it is published; nothing from any other origin is heard. */
export function usePreview(on: boolean): PublicationView | null {
  const [shown, setShown] = useState<PublicationView | null>(null);
  useEffect(() => {
    if (!on || window.parent === window) return undefined;
    const hear = (event: MessageEvent): void => {
      const told = event.data as { kind?: string; publication?: PublicationView } | null;
      if (event.origin === window.location.origin && event.source === window.parent && told?.kind === 'hub.preview' && told.publication) setShown(told.publication);
    };
    window.addEventListener('message', hear);
    window.parent.postMessage({ kind: 'hub.preview-ready' }, window.location.origin);
    return () => window.removeEventListener('message', hear);
  }, [on]);
  return shown;
}
