import { confusables } from './confusables.js';
import { institutionWrongForms, institutions } from './institutions.js';
import { interpretationElements, repealMarkers, replacedLaws } from './law-and-policy.js';
import { phrases, twinWords } from './phrases.js';
import type { Lexicons } from './registers.js';
import { rules } from './rule-catalogue.js';
import { safePhrases } from './safe-phrases.js';
import { congresses, elementLists, numberedPhrases, setPhrases } from './set-phrases.js';
import { repeats, styles } from './styles.js';
import { superlatives } from './superlatives.js';
import { officials, orders, titles } from './titles.js';
import { wordingPatterns, wordings } from './wordings.js';

/** The lexicons and registers that ship with the product; a city replaces or extends them register by register. */
export const builtInLexicons: Lexicons = {
  version: '2026-11',
  rules,
  confusables,
  phrases,
  twinWords,
  safePhrases,
  styles,
  repeats,
  institutions,
  institutionWrongForms,
  setPhrases,
  titles,
  orders,
  officials,
  wordings,
  wordingPatterns,
  numberedPhrases,
  elementLists,
  congresses,
  superlatives,
  repealMarkers,
  replacedLaws,
  interpretationElements,
  local: [],
};
