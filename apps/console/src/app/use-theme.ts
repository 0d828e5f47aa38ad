import { useCallback, useEffect, useState } from 'react';
import type { ThemeChoice } from './theme.js';

const KEY = 'hub.theme';

const readChoice = (): ThemeChoice => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setMatches(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

/** The light or dark face that the person chose, or that the system asks for, and whether motion is unwanted. */
export function useTheme(): { choice: ThemeChoice; choose: (choice: ThemeChoice) => void; dark: boolean; still: boolean } {
  const [choice, setChoice] = useState(readChoice);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const dark = choice === 'dark' || (choice === 'system' && systemDark);
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  const choose = useCallback((next: ThemeChoice) => {
    localStorage.setItem(KEY, next);
    setChoice(next);
  }, []);
  return { choice, choose, dark, still };
}
