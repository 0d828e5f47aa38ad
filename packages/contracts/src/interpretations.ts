import type { Openness, Validity } from './validity.js';

/** Forms of interpretation that the annual key points ask for. */
export const INTERPRETATION_FORMS = ['text', 'qa', 'picture', 'audio', 'video', 'comic', 'expert'] as const;
export type InterpretationForm = (typeof INTERPRETATION_FORMS)[number];
export const INTERPRETATION_FORM_WORDS: Record<InterpretationForm, string> = { text: '文字解读', qa: '一问一答', picture: '图片图表', audio: '音频', video: '视频', comic: '卡通动漫', expert: '专家解读' };

/** 解读方案: who interprets a policy, in which forms, until when. */
export interface InterpretationPlanRequest {
  /** The unit that interprets; the one that keeps the document when left out. */
  ownerOrgId?: string;
  forms: InterpretationForm[];
  /** Last day; the latest that the rule allows when left out. */
  dueOn?: string;
}
export interface InterpretationExemptionRequest { kind: string; reason: string }
/** A policy goes public with one of the two. */
export interface InterpretationChoice { plan?: InterpretationPlanRequest; exemption?: InterpretationExemptionRequest }

export interface InterpretationPlanView {
  ownerOrgId: string;
  ownerOrgName: string;
  forms: InterpretationForm[];
  /** Null with an exemption. */
  dueOn: string | null;
  exemption: { kind: string; kindWords: string; reason: string } | null;
  decidedByName: string;
  decidedAt: string;
}

export const COVERAGE_STATES = ['covered', 'waiting', 'overdue', 'exempt', 'no_plan'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];
export const COVERAGE_STATE_WORDS: Record<CoverageState, string> = { covered: '已解读', waiting: '待解读', overdue: '已逾期', exempt: '免于解读', no_plan: '未登记方案' };

/** One policy of the matrix: what was promised and what is public, form by form. */
export interface CoverageRowView {
  documentId: string;
  title: string;
  docNumber: string | null;
  validity: Validity;
  orgId: string | null;
  orgName: string;
  releasedOn: string | null;
  plan: InterpretationPlanView | null;
  state: CoverageState;
  /** By form: promised, and the texts that are public. */
  cells: { form: InterpretationForm; planned: boolean; publications: { id: string; contentId: string; title: string; publishedOn: string; late: boolean }[] }[];
  /** May the person who asks change the plan. */
  mayPlan: boolean;
}
export interface CoverageView { rows: CoverageRowView[]; total: number; counts: Record<CoverageState, number>; nextCursor: string | null; rule: string }
export interface CoverageQuery { state?: CoverageState; orgId?: string; form?: InterpretationForm; q?: string; cursor?: string; limit?: number }
export interface ExemptionKindView { code: string; words: string; source: string }

/** 公开属性 with the legal ground and who decided. */
export interface OpennessGroundView { code: string; words: string; source: string; openness: Openness; /** Given by the server alone. */ hidden?: true }
export interface OpennessDecisionView { openness: Openness; ground: string; groundWords: string; groundSource: string; reason: string; decidedByName: string; decidedAt: string }
export interface DecideOpennessRequest { openness: Openness; ground: string; reason?: string; seenVersion: number }
export interface ClassifyContentRequest { forms: InterpretationForm[]; seenVersion: number }

export interface OpennessRulesView {
  grounds: OpennessGroundView[];
  groundsVersion: string;
  groundsFrom: string;
  exemptionKinds: ExemptionKindView[];
  exemptionsVersion: string;
  exemptionsFrom: string;
}
