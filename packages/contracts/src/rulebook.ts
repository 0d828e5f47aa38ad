/** A versioned set of rules in use: lexicon, register, indicator pack, deadlines, platforms. */
export interface RuleSetView {
  id: string;
  kind: 'lexicon' | 'register' | 'indicator_pack' | 'deadlines' | 'calendar' | 'thresholds' | 'terms' | 'process' | 'reasons';
  name: string;
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  entries: number;
}

/** Topics under which policies, questions and guides are filed. */
export const TOPICS = ['就业创业', '社会保险', '医疗保障', '生育养育', '教育入学', '住房保障', '住房改造', '不动产登记', '社会救助', '养老服务', '企业开办', '城市管理', '农村建房', '户籍证件', '政务公开'] as const;
export type Topic = (typeof TOPICS)[number];
