import { GATES, GATE_WORDS, type ContentKind } from './content-kinds.js';
import { DESK_STEPS, PRIORITIES, type DeskId, type Priority, type ReviewProcessDesk } from './reviews.js';
import type { Role } from './roles.js';

/** Who may hold a desk: people of the text's own unit, or the supervising unit for any text. */
export const DESK_ROLES = ['reviewer', 'publisher', 'supervisor'] as const satisfies readonly Role[];

export type ReviewProcessStatus = 'draft' | 'scheduled' | 'in_force' | 'superseded';
export const REVIEW_PROCESS_STATUS_WORDS: Record<ReviewProcessStatus, string> = { draft: '草稿', scheduled: '待生效', in_force: '在用', superseded: '不再使用' };

export interface ReviewProcessVersionView {
  /** Null for versions that came with the hub. */
  id: string | null;
  status: ReviewProcessStatus;
  number: number;
  name: string;
  source: string;
  note: string;
  effectiveFrom: string | null;
  days: Record<Priority, number>;
  desks: ReviewProcessDesk[];
  createdByName: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  /** What keeps a draft from being put in force. */
  problems: ProcessProblem[];
  version: number;
}

/** Every version of the process of one kind of content, newest first. */
export interface ReviewProcessLineView { kind: ContentKind; versions: ReviewProcessVersionView[] }

export interface StartReviewProcessRequest { kind: ContentKind; /** The kind whose process in force is copied; its own when left out. */ copyOf?: ContentKind }
export interface SaveReviewProcessRequest { seenVersion: number; name: string; source: string; days: Record<Priority, number>; desks: ReviewProcessDesk[] }
export interface MakeReviewProcessEffectiveRequest { seenVersion: number; effectiveFrom: string; note?: string }
export interface CancelReviewProcessRequest { seenVersion: number; reason: string }

/** One point in which two versions differ, in words; null where one of them has nothing. */
export interface ReviewProcessChangeView { step: string; what: string; before: string | null; after: string | null }
export interface ReviewProcessComparisonView { withNumber: number; changes: ReviewProcessChangeView[] }

export interface ProcessProblem { field: 'name' | 'source' | 'days' | 'desks'; message: string }

/** The least that a process asks: every gate, and each line by that many persons. */
export const LEAST_STEPS = 3;
export const MOST_REVIEW_DAYS = 30;
const NAME_CHARS = 20;

/** Every desk that must have approved before this one, over any number of steps. */
export function desksBefore(desks: readonly Pick<ReviewProcessDesk, 'desk' | 'after'>[], desk: DeskId): Set<DeskId> {
  const found = new Set<DeskId>();
  const ask = [...(desks.find((entry) => entry.desk === desk)?.after ?? [])];
  for (let next = ask.pop(); next !== undefined; next = ask.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    ask.push(...(desks.find((entry) => entry.desk === next)?.after ?? []));
  }
  return found;
}

/** What a process lacks: no city may ask for less than five gates, three reviews and three proofreadings, each line by different persons. */
export function processProblems({ name, source, days, desks }: Pick<SaveReviewProcessRequest, 'name' | 'source' | 'days' | 'desks'>): ProcessProblem[] {
  const problems: ProcessProblem[] = [];
  const say = (field: ProcessProblem['field'], message: string): void => { problems.push({ field, message }); };
  const ids = desks.map(({ desk }) => desk);
  const nameOf = (desk: DeskId): string => desks.find((entry) => entry.desk === desk)?.name || desk;
  if (name.trim() === '') say('name', '请填写流程名称。');
  if (source.trim() === '') say('source', '请填写依据。');
  for (const [priority, words] of [['normal', '一般'], ['urgent', '急件']] as const) if (!Number.isInteger(days[priority]) || days[priority] < 1 || days[priority] > MOST_REVIEW_DAYS) say('days', `${words}的期限应为1至${MOST_REVIEW_DAYS}个工作日。`);
  if (days.urgent > days.normal) say('days', '急件的期限不能长于一般内容。');
  if (new Set(ids).size !== ids.length) say('desks', '同一步骤出现了两次。');
  for (const gate of GATES) if (!ids.includes(`gate:${gate}`)) say('desks', `缺少${GATE_WORDS[gate]}。`);
  for (const [line, title, people] of [['review', '三审', '审核'], ['proof', '三校', '校对']] as const) {
    const own = desks.filter(({ desk }) => desk.startsWith(`${line}:`));
    const steps = DESK_STEPS.filter((step) => ids.includes(`${line}:${step}`));
    if (own.length < LEAST_STEPS) say('desks', `${title}不得少于三次，现在只有${own.length}次。`);
    if (steps.some((step, index) => step !== index + 1)) say('desks', `${title}的次序不连续。`);
    const group = own[0]?.apart ?? null;
    if (own.some(({ apart }) => apart === null || apart !== group)) say('desks', `${title}须由不同的人${people}，不能取消。`);
    for (const { desk } of own) {
      const before = desksBefore(desks, desk);
      const gate = GATES.find((each) => ids.includes(`gate:${each}`) && !before.has(`gate:${each}`));
      if (gate) say('desks', `${nameOf(desk)}应在${GATE_WORDS[gate]}之后。`);
      const step = Number(desk.slice(line.length + 1));
      const earlier = `${line}:${step - 1}` as DeskId;
      if (step > 1 && ids.includes(earlier) && !before.has(earlier)) say('desks', `${nameOf(desk)}应在${nameOf(earlier)}之后。`);
    }
  }
  for (const { desk, name: words, role, unit, after, days: own } of desks) {
    if (words.trim() === '' || words.length > NAME_CHARS) say('desks', `步骤的名称应为1至${NAME_CHARS}个字。`);
    if (desk.startsWith('gate:') && role !== 'reviewer') say('desks', `${nameOf(desk)}只能由本单位审核人员办理，他们才能判断检查结果。`);
    else if (!(DESK_ROLES as readonly Role[]).includes(role) || unit !== (role === 'supervisor' ? 'any' : 'own')) say('desks', `${nameOf(desk)}只能由本单位审核人员、本单位发布人员或者主管单位办理。`);
    if (desk.startsWith('gate:') && after.some((before) => !before.startsWith('gate:'))) say('desks', `${nameOf(desk)}不能排在三审三校之后。`);
    if (own !== null && PRIORITIES.some((priority) => !Number.isInteger(own[priority]) || own[priority] < 0 || own[priority] > days[priority])) say('desks', `${nameOf(desk)}的期限应为0至${days.normal}个工作日（急件0至${days.urgent}个），不能长于全文的期限。`);
    else if (own !== null && own.urgent > own.normal) say('desks', `${nameOf(desk)}的急件期限不能长于一般内容。`);
    if (after.some((before) => !ids.includes(before))) say('desks', `${nameOf(desk)}排在一个不存在的步骤之后。`);
    if (desksBefore(desks, desk).has(desk)) say('desks', `${nameOf(desk)}与别的步骤互相等待，永远轮不到。`);
  }
  if (new Set(desks.map((entry) => entry.name.trim())).size !== desks.length) say('desks', '步骤的名称不能重复。');
  return problems;
}
