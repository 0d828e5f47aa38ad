/** A versioned set of rules in use: lexicon, register, indicator pack, deadlines, platforms. */
export interface RuleSetView {
  id: string;
  kind: 'lexicon' | 'register' | 'indicator_pack' | 'deadlines' | 'calendar' | 'thresholds' | 'terms';
  name: string;
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  entries: number;
}

/** Topics under which policies, questions and guides are filed. */
export const TOPICS = ['就业创业', '社会保险', '医疗保障', '教育', '住房', '社会救助', '养老助残', '不动产', '企业开办', '城市管理', '农业农村', '户籍', '政务公开'] as const;
export type Topic = (typeof TOPICS)[number];
