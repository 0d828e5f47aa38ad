import { chineseDate } from './civil-dates.js';
import { DEADLINE_UNIT_WORDS, type DeadlineUnit } from './deadlines.js';

/** 'law' binds, 'practice' is found in local rules, 'house' is our own default: all are editable data. */
export type RuleStanding = 'law' | 'practice' | 'house';

export interface DeadlineRule {
  id: DeadlineRuleId;
  name: string;
  amount: number;
  unit: DeadlineUnit;
  version: string;
  standing: RuleStanding;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
}

export const DEADLINE_RULE_IDS = [
  'filing.report', 'filing.review', 'filing.correction', 'filing.public_notice',
  'ticket.accept', 'ticket.answer', 'ticket.complex',
  'disclosure.answer', 'disclosure.extension', 'disclosure.correction_notice', 'disclosure.third_party', 'disclosure.proactive',
  'interpretation.publish', 'validity.recheck', 'question.low_rated', 'question.reported', 'review.normal', 'review.urgent', 'review.step.normal', 'review.step.urgent', 'review.emergency', 'rectification.report', 'rectification.serious',
] as const;
export type DeadlineRuleId = (typeof DEADLINE_RULE_IDS)[number];

const OPENNESS = '《中华人民共和国政府信息公开条例》';

/** Terms with where they come from. Local terms are defaults that a city replaces with its own. */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  { id: 'filing.report', name: '开设、变更、关停、注销后报备', amount: 5, unit: 'working_day', version: '1', standing: 'practice', source: '鄂政办发〔2021〕11号等地方规定', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'filing.review', name: '主管单位审核备案', amount: 5, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'filing.correction', name: '申报单位补正', amount: 5, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'filing.public_notice', name: '注销前公告', amount: 15, unit: 'working_day', version: '1', standing: 'practice', source: '云政办规〔2019〕6号（据转述）', effectiveFrom: '2019-01-01', effectiveTo: null },
  { id: 'ticket.accept', name: '留言受理', amount: 1, unit: 'working_day', version: '1', standing: 'practice', source: '地方平台办理规定示例', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'ticket.answer', name: '简单常见留言答复', amount: 5, unit: 'working_day', version: '1', standing: 'practice', source: '地方检查通报中的认定标准', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'ticket.complex', name: '复杂留言答复', amount: 15, unit: 'working_day', version: '1', standing: 'practice', source: '地方平台办理规定示例', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'disclosure.answer', name: '政府信息公开申请答复', amount: 20, unit: 'working_day', version: '1', standing: 'law', source: `${OPENNESS}第三十三条`, effectiveFrom: '2019-05-15', effectiveTo: null },
  { id: 'disclosure.extension', name: '政府信息公开申请延长答复', amount: 20, unit: 'working_day', version: '1', standing: 'law', source: `${OPENNESS}第三十三条`, effectiveFrom: '2019-05-15', effectiveTo: null },
  { id: 'disclosure.correction_notice', name: '一次性告知补正', amount: 7, unit: 'working_day', version: '1', standing: 'law', source: `${OPENNESS}第三十条`, effectiveFrom: '2019-05-15', effectiveTo: null },
  { id: 'disclosure.third_party', name: '第三方提出意见', amount: 15, unit: 'working_day', version: '1', standing: 'law', source: `${OPENNESS}第三十二条`, effectiveFrom: '2019-05-15', effectiveTo: null },
  { id: 'disclosure.proactive', name: '主动公开', amount: 20, unit: 'working_day', version: '1', standing: 'law', source: `${OPENNESS}第二十六条`, effectiveFrom: '2019-05-15', effectiveTo: null },
  { id: 'interpretation.publish', name: '解读材料随文件发布', amount: 3, unit: 'working_day', version: '1', standing: 'practice', source: '政策解读工作要求', effectiveFrom: '2016-11-10', effectiveTo: null },
  { id: 'review.normal', name: '一般稿件审核', amount: 3, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'review.urgent', name: '急件审核', amount: 1, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'review.step.normal', name: '一般稿件审核的每一步', amount: 1, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'review.step.urgent', name: '急件审核的每一步', amount: 1, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'review.emergency', name: '应急发布后补审', amount: 2, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'validity.recheck', name: '依据变更后复核已发布内容', amount: 5, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'question.reported', name: '群众说没用的问答核对', amount: 5, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'question.low_rated', name: '群众评价差的问答复审', amount: 10, unit: 'working_day', version: '1', standing: 'house', source: '本系统默认值', effectiveFrom: '2018-12-07', effectiveTo: null },
  { id: 'rectification.report', name: '通报后书面报告整改', amount: 10, unit: 'day', version: '1', standing: 'practice', source: '地方检查通报惯例（约8至11日）', effectiveFrom: '2019-04-01', effectiveTo: null },
  { id: 'rectification.serious', name: '严重问题当日整改', amount: 0, unit: 'day', version: '1', standing: 'practice', source: '地方检查通报惯例', effectiveFrom: '2019-04-01', effectiveTo: null },
];

/** The version of a rule in force on a day, or null. */
export function findDeadlineRule(id: DeadlineRuleId, on: string, rules: readonly DeadlineRule[] = DEADLINE_RULES): DeadlineRule | null {
  return rules.find((rule) => rule.id === id && rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo)) ?? null;
}

/** '简单常见留言答复：5个工作日（地方检查通报中的认定标准，2018年12月7日起）'. */
export function ruleText(rule: DeadlineRule): string {
  const amount = rule.amount === 0 ? '当日' : `${rule.amount}${DEADLINE_UNIT_WORDS[rule.unit]}`;
  return `${rule.name}：${amount}（${rule.source}，${chineseDate(rule.effectiveFrom)}起）`;
}
