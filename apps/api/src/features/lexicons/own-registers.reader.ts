import type { LexiconEntry, LexiconKind } from '@govmedia-hub/contracts';
import type { LocalTerm, OwnRegisters, Register } from '@govmedia-hub/screening';

/** A version of a lexicon as the engine wants it. */
export interface LexiconContent {
  id: string;
  kind: LexiconKind;
  name: string;
  number: number;
  source: string;
  entries: readonly LexiconEntry[];
}

/** Turns the city's lexicons into what the engine reads. @param version names the set; verdicts carry it */
export function ownRegisters(version: string, lexicons: readonly LexiconContent[]): OwnRegisters {
  const of = <T>(kind: LexiconKind, map: (entry: LexiconEntry) => T): Register<T>[] =>
    lexicons.filter((lexicon) => lexicon.kind === kind).map(({ id, name, number, source, entries }) => ({ id, title: name, version: `第${number}版`, source, effectiveFrom: null, effectiveTo: null, entries: entries.map(map) }));
  return {
    version,
    terms: of('terms', termOf),
    institutions: of('institutions', ({ term, wrongForms = [], source, effectiveFrom, effectiveTo }) => ({ name: term, wrongForms, source, ...(effectiveFrom ? { effectiveFrom } : {}), ...(effectiveTo ? { effectiveTo } : {}) })),
    setPhrases: of('set_phrases', ({ term, elements = [] }) => ({ name: term, elements })),
    titles: of('titles', ({ term, rank = 9_999, wrongForms = [], source }) => ({ title: term, rank, wrongForms, source })),
    officials: of('officials', ({ term, title = '', rank = 9_999, effectiveFrom = '', effectiveTo }) => ({ name: term, title, rank, effectiveFrom, effectiveTo: effectiveTo ?? null })),
  };
}

function termOf({ term, gate = 'text', severity = 'warn', suggestion, reason = '', source, safePhrases, exact }: LexiconEntry): LocalTerm {
  return {
    term, gate, severity, suggestion: suggestion ?? null, message: reason, source,
    ...(safePhrases ? { except: safePhrases } : {}),
    ...(exact ? { match: { width: !exact.includes('width'), traditional: !exact.includes('traditional'), separators: !exact.includes('separators'), ignoreCase: !exact.includes('case') } } : {}),
  };
}
