export { gateIds, textMark, type Finding, type GateId, type Severity } from './findings.js';
export { emptyLibrary, type BoundSource, type LibraryEntry, type LibraryIndex, type ScreeningInput, type TextKind, type Validity } from './input.js';
export { builtInLexicons } from './lexicons/built-in.js';
export type { ElementList, Lexicons, LocalTerm, NumberedPhrase, PatternRule, Register, RuleEntry, SetName, WrongForm } from './lexicons/registers.js';
export { PatternMatcher, type MatcherOptions } from './matching/pattern-matcher.js';
export { createScreener, type Screener } from './screener.js';
