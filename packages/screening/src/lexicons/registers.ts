import type { GateId, Severity } from '../findings.js';

/** A body of rule data: where it comes from and when it applies. Dates are civil days; null means open-ended. */
export interface Register<T> {
  id: string;
  title: string;
  version: string;
  source: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  entries: readonly T[];
}

/** A written form that is wrong wherever it stands, and what belongs there. */
export interface WrongForm {
  wrong: string;
  /** null: only a person can say what belongs there. */
  right: string | null;
  /** Longer phrases that contain the form and are right (按装修 for 按装). */
  except?: readonly string[];
  /** Pattern for the text right behind the form that makes it right. */
  unlessBefore?: string;
  /** Pattern for the text right before the form that makes it right. */
  unlessAfter?: string;
  why?: string;
  severity?: Severity;
  /** Where this very form comes from; the register's source otherwise. */
  source?: string;
}

/** A name or set phrase that must be written exactly so. */
export interface SetName {
  name: string;
  /** Accept any single wrong character inside, although the name is short: nothing else looks like it. */
  distinctive?: boolean;
  effectiveFrom?: string;
  effectiveTo?: string;
}

/** A national law or regulation that another one has replaced: known without any library. */
export interface ReplacedLaw {
  title: string;
  by: string;
  /** Civil day from which the old one no longer applies. */
  since: string;
}

/** “四个意识” and its like: a numbered phrase with its elements in their order. */
export interface NumberedPhrase {
  /** What is counted, without the number: 个意识. */
  head: string;
  count: number;
  /** How the number is written: 四, 两, 二 … */
  numeral: string;
  elements: readonly string[];
  /** Words that stand right before the phrase when it is meant (增强、坚定); quotes always mean it. */
  verbs: readonly string[];
  /** false: in quotes alone it may be another phrase (“三位一体”). */
  quoted?: boolean;
}

/** Words that are only ever used together, in this order (社会主义核心价值观). */
export interface ElementList {
  id: string;
  title: string;
  elements: readonly string[];
  /** This many neighbours of the list in a row mean that the whole list is meant. */
  from: number;
}

/** Bodies or posts that stand in a fixed order wherever they are named side by side. `◇` stands for the level (省、市、县、区). */
export interface NamingOrder {
  title: string;
  items: readonly string[];
}

/** A person in a public post, as the supervising office registers it. */
export interface Official {
  name: string;
  /** Posts as they are written before the name: 副市长, 市委常委. */
  titles: readonly string[];
  /** Place in lists: the smaller comes first. */
  rank: number;
  effectiveFrom?: string | null;
  effectiveTo?: string | null;
}

/** An offset-exact pattern with its message; `replace` uses $1-style groups for the suggestion. */
export interface PatternRule {
  rule: string;
  pattern: string;
  message: string;
  replace: string | null;
  severity: Severity;
  /** The finding covers this group instead of the whole match. */
  group?: number;
}

/** A term of a lexicon kept by a city or a bureau; such lexicons never block. */
export interface LocalTerm {
  term: string;
  gate: GateId;
  suggestion: string | null;
  message: string;
  severity: 'warn' | 'note';
  /** Where this very term comes from; the register's source otherwise. */
  source?: string;
  /** Longer phrases that contain the term and are right. */
  except?: readonly string[];
  /** Writings that count as the term beside its own; each does unless it is turned off. */
  match?: { width?: boolean; traditional?: boolean; separators?: boolean; ignoreCase?: boolean };
}

/** A right name kept by a city, with the wrong writings of it that must be stopped. */
export interface OwnName extends SetName {
  wrongForms: readonly string[];
  source?: string;
}

/** A set phrase kept by a city; its elements, when it has any, in their order. */
export interface OwnPhrase {
  name: string;
  elements: readonly string[];
}

/** The right name of a post and its place in the order of posts; the smaller rank stands first. */
export interface OfficialTitle {
  title: string;
  rank: number;
  wrongForms: readonly string[];
  source?: string;
}

/** Who holds a post, one line per post; dates are civil days, both included. */
export interface OwnOfficial {
  name: string;
  title: string;
  rank: number;
  effectiveFrom: string;
  effectiveTo: string | null;
}

/** Lexicons and registers that a city keeps beside the built-in ones. */
export interface OwnRegisters {
  /** Names the whole set; becomes part of the screener's version. */
  version: string;
  terms: readonly Register<LocalTerm>[];
  institutions: readonly Register<OwnName>[];
  setPhrases: readonly Register<OwnPhrase>[];
  titles: readonly Register<OfficialTitle>[];
  officials: readonly Register<OwnOfficial>[];
}

/** How a rule of the engine presents itself. */
export interface RuleEntry {
  rule: string;
  gate: GateId;
  severity: Severity;
  title: string;
  source: string;
}

/** Everything the engine knows that is not code. Build with `builtInLexicons`, extend or replace register by register. */
export interface Lexicons {
  version: string;
  rules: Register<RuleEntry>;
  confusables: Register<WrongForm>;
  /** Phrases of official writing, words parted by `/`; slips in them are found without being listed. */
  phrases: Register<string>;
  /** Words that are right although they look like a slip in a phrase. */
  twinWords: Register<string>;
  safePhrases: Register<string>;
  styles: Register<PatternRule>;
  repeats: Register<WrongForm>;
  institutions: Register<SetName>;
  institutionWrongForms: Register<WrongForm>;
  setPhrases: Register<SetName>;
  /** Names of posts that must be written exactly so. */
  titles: Register<string>;
  /** What is named together is named in this order (市委、市人大、市政府、市政协). */
  orders: Register<NamingOrder>;
  /** Persons in public posts, kept by the supervising office; empty as shipped. */
  officials: Register<Official>;
  wordings: Register<WrongForm>;
  wordingPatterns: Register<PatternRule>;
  numberedPhrases: Register<NumberedPhrase>;
  elementLists: Register<ElementList>;
  congresses: Register<{ body: string; latest: number; plenums: Readonly<Record<number, number>>; asOf: string }>;
  superlatives: Register<WrongForm>;
  repealMarkers: Register<string>;
  replacedLaws: Register<ReplacedLaw>;
  interpretationElements: Register<{ element: string; words: readonly string[] }>;
  local: readonly Register<LocalTerm>[];
  own?: OwnRegisters;
}
