import type { WrongForm } from './registers.js';

/**
 * Reads lines of `wrong right`, then in any order `!longer phrase that is right`, `>pattern behind` and `<pattern before`
 * that make the form right, `#reason`, and `?` for a hint only. `-` as right means that no single form is right.
 */
export function wrongForms(lines: string): WrongForm[] {
  return lines.trim().split('\n').filter(Boolean).map((line) => {
    const [wrong = '', right = '-', ...rest] = line.trim().split(/\s+/);
    const except = rest.filter((word) => word.startsWith('!')).map((word) => word.slice(1));
    const behind = rest.find((word) => word.startsWith('>'))?.slice(1);
    const ahead = rest.find((word) => word.startsWith('<'))?.slice(1);
    const why = rest.find((word) => word.startsWith('#'))?.slice(1);
    return {
      wrong,
      right: right === '-' ? null : right,
      ...(except.length > 0 ? { except } : {}),
      ...(behind ? { unlessBefore: behind } : {}),
      ...(ahead ? { unlessAfter: ahead } : {}),
      ...(why ? { why } : {}),
      ...(rest.includes('?') ? { severity: 'note' as const } : {}),
    };
  });
}
