import { eventCenter, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

let visits = 0;

/**
 * What a browser does by itself with real pages and does not with those of a router: the title,
 * the place where the reader was before going on, and the focus at the start of a new page.
 */
export function useArrival(title: string): void {
  const latest = useRef(title);
  const frozen = useRef(false);
  const top = useRef(0);

  useDidShow(() => {
    frozen.current = false;
    document.title = latest.current;
    window.scrollTo(0, top.current);
  });

  useEffect(() => {
    latest.current = title;
    if (!frozen.current) document.title = title;
  }, [title]);

  useEffect(() => {
    visits += 1;
    if (visits > 1) {
      const mains = document.querySelectorAll<HTMLElement>('main');
      mains[mains.length - 1]?.focus({ preventScroll: true });
    }
    const note = (): void => {
      if (!frozen.current) top.current = window.scrollY;
    };
    // From here on the page is taken away, and scrolling is not the reader's doing.
    const freeze = (): void => {
      frozen.current = true;
    };
    window.addEventListener('scroll', note, { passive: true });
    eventCenter.on('__taroRouterChange', freeze);
    return () => {
      window.removeEventListener('scroll', note);
      eventCenter.off('__taroRouterChange', freeze);
    };
  }, []);
}
