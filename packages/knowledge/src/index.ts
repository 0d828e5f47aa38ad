export { AnsweredQuestions, type AnsweredQuestion, type Learnt } from './answered-questions.js';
export { CitedDocuments } from './cited-documents.js';
export { LEARNING_PROFILE, type LearningProfile } from './learning-profile.js';
export { ANSWER_MODEL, type AnswerModel, type MatchFeature } from './answer-model.js';
export { Analysis, QUESTION_WEIGHTS, type AnalysedQuestion, type AnalysisOptions, type QuestionWeights, type Unit } from './analysis.js';
export { EVERYDAY_TERMS } from './everyday-term-table/index.js';
export { EverydayTermFinder, type EverydayTerm, type EverydayTermTable, type TermMention } from './everyday-terms.js';
export { excerptOf, highlightsOf, type Excerpt, type Span } from './excerpts.js';
export {
  KnowledgeIndex, type Answer, type AskResult, type Hit, type KnowledgeOptions, type SearchFilters, type SearchRequest, type SearchResult,
} from './knowledge-index.js';
export { articleTokens, documentNumberTokens, numbersInQuestion, type NumberMention } from './number-tokens.js';
export { ANSWERING, validityOn, type Passage, type PassageKind, type PassageValidity } from './passages.js';
export { FACETS, facetAgreement, facetsOf, holdsEvidence, type Facet, type FacetAgreement, type FacetList } from './question-facets.js';
export { FIELDS, RANKING_PROFILE, type AnswerLine, type Field, type RankingProfile } from './ranking-profile.js';
export { WORD_LIST, type WordList } from './stop-words.js';
export type { Suggestion } from './suggestions.js';
export { checkRephrasing, REPHRASING_RULES, rephrasingMessages, type CheckedRephrasing, type RephrasedSentence, type RephrasingMessage, type RephrasingRefusal, type RephrasingRules, type RephrasingSource } from './rephrasing.js';
