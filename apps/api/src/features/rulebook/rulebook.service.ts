import { Injectable } from '@nestjs/common';
import type { RuleSetView } from '@govmedia-hub/contracts';
import { FILING_RULES, INDICATOR_PACKS, UPDATE_WARNING_THRESHOLDS } from '@govmedia-hub/inspection';
import { EVERYDAY_TERMS, RANKING_PROFILE } from '@govmedia-hub/knowledge';
import { allAreas, AREA_REGISTER } from '@govmedia-hub/official-documents';
import { builtInLexicons, PREVIEW_THRESHOLDS, type Register } from '@govmedia-hub/screening';
import { DEADLINE_RULES, HOLIDAY_YEARS, NATIONAL_CALENDAR } from '@govmedia-hub/working-days';
import { DISCLOSURE_CATALOGUES } from './disclosure-items.js';
import { OPENNESS_RULES } from './openness-rules.js';
import { ANSWER_LOG_RETENTION, QUESTION_REVIEW_RULES } from './question-rules.js';
import { REVIEW_PROCESSES } from './review-processes.js';
import { REVIEW_RULES } from './review-rules.js';
import { UPLOAD_RULES } from './upload-rules.js';

/** Registers of right names; everything else of the five gates is a lexicon. */
const REGISTERS = new Set(['politics.institutions', 'politics.set-phrases', 'politics.numbered-phrases', 'politics.element-lists', 'politics.congresses', 'rules']);

/** A set without a first day applies to texts of any day; it is shown from the month of its version. */
const firstDayOf = (version: string): string => `${version.replace('.', '-').slice(0, 7)}-01`;

/** The versioned rules this release works with, each with its source and its dates. */
@Injectable()
export class RulebookService {
  list(): RuleSetView[] {
    return [...screeningSets(), ...previewSets(), ...inspectionSets(), ...deadlineSets(), ...knowledgeSets(), ...reviewSets()];
  }
}

function screeningSets(): RuleSetView[] {
  const { version: _, local, ...sets } = builtInLexicons;
  return [...(Object.values(sets) as Register<unknown>[]), ...local].map(({ id, title, version, source, effectiveFrom, effectiveTo, entries }) => ({
    id: `screening.${id}`, kind: REGISTERS.has(id) ? 'register' : 'lexicon', name: title, version, source, effectiveFrom: effectiveFrom ?? firstDayOf(version), effectiveTo, entries: entries.length,
  }));
}

function previewSets(): RuleSetView[] {
  const { version, source, ...limits } = PREVIEW_THRESHOLDS;
  return [{ id: 'screening.preview-thresholds', kind: 'thresholds', name: '词库试查提醒阈值', version, source, effectiveFrom: firstDayOf(version), effectiveTo: null, entries: Object.keys(limits).length }];
}

function inspectionSets(): RuleSetView[] {
  return [
    ...INDICATOR_PACKS.map(({ id, name, version, source, effectiveFrom, effectiveTo, indicators }): RuleSetView => ({ id: `inspection.${id}`, kind: 'indicator_pack', name, version, source, effectiveFrom, effectiveTo, entries: indicators.length })),
    { id: 'inspection.filing-rules', kind: 'thresholds', name: '账号备案审核规则', version: FILING_RULES.version, source: FILING_RULES.source, effectiveFrom: FILING_RULES.effectiveFrom, effectiveTo: FILING_RULES.effectiveTo, entries: Object.keys(FILING_RULES.name).length },
    { id: 'inspection.update-warning', kind: 'thresholds', name: '更新预警阈值', version: UPDATE_WARNING_THRESHOLDS.version, source: UPDATE_WARNING_THRESHOLDS.source, effectiveFrom: UPDATE_WARNING_THRESHOLDS.effectiveFrom, effectiveTo: UPDATE_WARNING_THRESHOLDS.effectiveTo, entries: 3 },
  ];
}

function deadlineSets(): RuleSetView[] {
  return [
    ...DEADLINE_RULES.map(({ id, name, amount, unit, version, source, effectiveFrom, effectiveTo }): RuleSetView => ({ id: `deadline.${id}`, kind: 'deadlines', name: `${name}：${amount}${unit === 'working_day' ? '个工作日' : '日'}`, version, source, effectiveFrom, effectiveTo, entries: 1 })),
    ...HOLIDAY_YEARS.map(({ year, version, source, off, madeUp }): RuleSetView => ({
      id: `calendar.${NATIONAL_CALENDAR.id}.${year}`, kind: 'calendar', name: `${year}年工作日历`, version, source: source.map(({ docNumber }) => docNumber).join('、'), effectiveFrom: `${year}-01-01`, effectiveTo: `${year}-12-31`, entries: off.length + madeUp.length,
    })),
  ];
}

function knowledgeSets(): RuleSetView[] {
  return [
    { id: 'documents.areas', kind: 'register', name: '地域名录', version: AREA_REGISTER.version, source: AREA_REGISTER.source, effectiveFrom: AREA_REGISTER.effectiveFrom, effectiveTo: AREA_REGISTER.effectiveTo, entries: allAreas().length },
    { id: 'knowledge.everyday-terms', kind: 'terms', name: '群众用语对照表', version: EVERYDAY_TERMS.version, source: EVERYDAY_TERMS.source, effectiveFrom: firstDayOf(EVERYDAY_TERMS.version), effectiveTo: null, entries: EVERYDAY_TERMS.entries.length },
    { id: 'knowledge.ranking-profile', kind: 'thresholds', name: '检索排序参数', version: RANKING_PROFILE.version, source: RANKING_PROFILE.source, effectiveFrom: firstDayOf(RANKING_PROFILE.version), effectiveTo: null, entries: Object.keys(RANKING_PROFILE.fields).length },
    ...QUESTION_REVIEW_RULES.map(({ version, source, effectiveFrom, effectiveTo, reviewMonths, unhelpful, unhelpfulShare }): RuleSetView => ({ id: `knowledge.question-reviews.${version}`, kind: 'thresholds', name: `问答复审：满${reviewMonths}个月，或${unhelpful}人以上且${unhelpfulShare * 100}%以上说没用`, version, source, effectiveFrom, effectiveTo, entries: 4 })),
    ...ANSWER_LOG_RETENTION.map(({ version, source, effectiveFrom, effectiveTo, days }): RuleSetView => ({ id: `knowledge.answer-log-retention.${version}`, kind: 'thresholds', name: `问答记录保存${days}天`, version, source, effectiveFrom, effectiveTo, entries: 1 })),
  ];
}

function reviewSets(): RuleSetView[] {
  const { returnReasons, secrecyGrounds, claims } = REVIEW_RULES;
  return [
    ...REVIEW_PROCESSES.map(({ id, name, version, source, effectiveFrom, effectiveTo, desks }): RuleSetView => ({ id: `review.process.${id}.${version}`, kind: 'process', name: `审核流程：${name}`, version, source, effectiveFrom, effectiveTo, entries: desks.length })),
    { id: 'review.return-reasons', kind: 'reasons', name: '退回常用原因', version: returnReasons.version, source: returnReasons.source, effectiveFrom: returnReasons.effectiveFrom, effectiveTo: null, entries: returnReasons.reasons.length },
    { id: 'review.secrecy-grounds', kind: 'reasons', name: '保密审查依据', version: secrecyGrounds.version, source: secrecyGrounds.source, effectiveFrom: secrecyGrounds.effectiveFrom, effectiveTo: null, entries: secrecyGrounds.grounds.length },
    { id: 'openness.grounds', kind: 'reasons', name: '公开属性的法律依据', version: OPENNESS_RULES.groundsVersion, source: '《中华人民共和国政府信息公开条例》', effectiveFrom: OPENNESS_RULES.groundsFrom, effectiveTo: null, entries: OPENNESS_RULES.grounds.length },
    ...DISCLOSURE_CATALOGUES.map(({ version, source, effectiveFrom, effectiveTo, items }): RuleSetView => ({ id: `disclosure.items.${version}`, kind: 'register', name: '主动公开目录事项', version, source, effectiveFrom, effectiveTo, entries: items.length })),
    { id: 'interpretation.exemptions', kind: 'reasons', name: '免于解读的情形', version: OPENNESS_RULES.exemptionsVersion, source: '“谁起草、谁解读”等政策解读工作要求；本系统默认值', effectiveFrom: OPENNESS_RULES.exemptionsFrom, effectiveTo: null, entries: OPENNESS_RULES.exemptionKinds.length },
    { id: 'uploads.unused', kind: 'thresholds', name: `未使用的上传文件：保留${UPLOAD_RULES.graceDays}天`, version: UPLOAD_RULES.version, source: UPLOAD_RULES.source, effectiveFrom: UPLOAD_RULES.effectiveFrom, effectiveTo: null, entries: 2 },
    { id: 'review.claims', kind: 'thresholds', name: `认领时限：${claims.hours}小时`, version: claims.version, source: claims.source, effectiveFrom: claims.effectiveFrom, effectiveTo: null, entries: 1 },
  ];
}

// What the features above work by.
export { disclosureCatalogueOn, type DisclosureItem } from './disclosure-items.js';
export { REVIEW_PROCESSES, type ReviewProcess, type ReviewProcessDesk } from './review-processes.js';
export { answerLogRetentionOn, questionReviewRulesOn, type QuestionReviewRules } from './question-rules.js';
export { findExemption, findGround, groundOf, OPENNESS_RULES } from './openness-rules.js';
export { returnReasonWords, REVIEW_RULES, secrecyGroundWords } from './review-rules.js';
export { UPLOAD_RULES } from './upload-rules.js';
