export type MatchFeature =
  | 'both' | 'back' | 'wording' | 'asked' | 'same' | 'other' | 'whole' | 'full' | 'balance' | 'sum' | 'named' | 'evidence' | 'noEvidence' | 'missing'
  | 'leadFull' | 'leadAsked' | 'leadWording' | 'leadBalance' | 'leadBoth';

/** Weights of a logistic sum over how a typed question and a Q&A go together. Data: fitted anew only with a new version. */
export interface AnswerModel { version: string; source: string; bias: number; weights: Partial<Record<MatchFeature, number>> }

export const ANSWER_MODEL: AnswerModel = {
  version: '2026.11',
  source: '以演示城市自编问答逐条留一拟合，按政策分组交叉验证',
  bias: -5.20,
  weights: {
    both: -2.28, back: 2.14, wording: -0.11, asked: -1.80, same: 0.96, other: -1.03, whole: 0.77, full: 2.41, balance: 2.30, sum: 0.06, named: 1.96, evidence: 0.69, noEvidence: -1.71, missing: 0.52, leadFull: 5.23, leadAsked: 0.38, leadWording: 0.66, leadBalance: -0.45, leadBoth: 0.66,
  },
};
