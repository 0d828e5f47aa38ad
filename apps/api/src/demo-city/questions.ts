import { cityQuestions } from './questions-city.js';
import { employmentQuestions } from './questions-employment.js';
import { housingQuestions } from './questions-housing.js';
import type { DemoQuestion } from './types.js';
import { welfareQuestions } from './questions-welfare.js';

/** Reviewed questions and answers, in residents' words; each answer agrees number for number with its anchor. */
export const questions: DemoQuestion[] = [...employmentQuestions, ...welfareQuestions, ...housingQuestions, ...cityQuestions];
