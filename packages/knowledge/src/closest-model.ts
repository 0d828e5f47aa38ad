/** How a typed question and a passage go together, each about 0..1. */
export type ClosenessFeature =
  | 'covered' | 'lead' | 'leadOfDocument' | 'there' | 'back' | 'wording' | 'subject' | 'document' | 'missing' | 'words' | 'qa' | 'guide' | 'same' | 'noEvidence' | 'unnamed'
  | 'matters' | 'allMatters' | 'lostMatters' | 'titled' | 'untitled' | 'noMatter' | 'mattersNamed';

/** Weights of a logistic sum over the features. Data: fitted anew only with a new version. */
export interface ClosenessModel { version: string; source: string; bias: number; weights: Record<ClosenessFeature, number> }

export const CLOSENESS_MODEL: ClosenessModel = {
  version: '2026.11',
  source: '以演示城市自编问答逐条留一、逐份政策留一，自编群众问题的选线一半和公开法律咨询问题（作库外问题）拟合',
  bias: -1.82,
  weights: {
    covered: -3.03, lead: 12.32, leadOfDocument: -2.35, there: -7.41, back: -1.37, wording: 7.07, subject: 4.13, document: 0.06, missing: -2.37, words: -0.32, qa: -0.19, guide: -1.10, same: 0.69, noEvidence: -2.80, unnamed: -1.70,
    matters: 3.48, allMatters: 0.67, lostMatters: -3.26, titled: 2.01, untitled: -0.14, noMatter: 0.23, mattersNamed: -3.30,
  },
};
