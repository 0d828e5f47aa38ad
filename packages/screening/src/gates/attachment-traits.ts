import type { FindingDraft } from '../findings.js';
import type { AttachmentInput, AttachmentTrait } from '../input.js';
import type { RuleEntry } from '../lexicons/registers.js';
import { Page } from '../page.js';
import { screenSecrecy } from './secrecy-gate.js';

const rules: Record<AttachmentTrait['kind'], string> = { 'tracked-change': 'secrecy.tracked-changes', comment: 'secrecy.comment', hidden: 'secrecy.hidden', metadata: 'secrecy.metadata', watermark: 'secrecy.draft' };
const advice: Record<AttachmentTrait['kind'], string> = {
  'tracked-change': '附件里有未接受的修订，请接受或拒绝全部修订后重新上传',
  comment: '附件里有批注，请删除批注后重新上传',
  hidden: '附件里有隐藏内容，公开后任何人都能取消隐藏，请删除后重新上传',
  metadata: '附件属性会随文件公开，请核对后清除',
  watermark: '附件带有水印或草稿标记，请核对是否为定稿',
};
/** More of one kind than a person reads one by one is told as one finding. */
const SINGLE = 12;

/** 保密关 over what a file holds beside its words; words found there are screened like all others. */
export function screenTraits(attachment: AttachmentInput, catalogue: ReadonlyMap<string, RuleEntry>, drafts: FindingDraft[]): void {
  const byKind = new Map<AttachmentTrait['kind'], AttachmentTrait[]>();
  for (const trait of attachment.traits ?? []) byKind.set(trait.kind, [...(byKind.get(trait.kind) ?? []), trait]);
  for (const [kind, traits] of byKind) {
    const shown = traits.slice(0, traits.length > SINGLE ? SINGLE - 1 : SINGLE);
    for (const trait of shown) drafts.push(finding(attachment.name, trait, catalogue, `${trait.label}：${advice[kind]}`));
    if (shown.length < traits.length) drafts.push(finding(attachment.name, { ...traits[shown.length]!, text: '' }, catalogue, `另有${traits.length - shown.length}处同类内容：${advice[kind]}`));
    for (const trait of traits) drafts.push(...wordsOf(attachment.name, trait, catalogue));
  }
}

function finding(attachment: string, { kind, place, text }: AttachmentTrait, catalogue: ReadonlyMap<string, RuleEntry>, message: string): FindingDraft {
  const rule = catalogue.get(rules[kind])!;
  return { gate: rule.gate, rule: rule.rule, severity: kind === 'watermark' ? 'warn' : rule.severity, start: 0, end: 0, text: text.slice(0, 60), message, suggestion: null, source: rule.source, attachment, place };
}

/** Personal data and markings in comments, deleted words, hidden cells and properties. */
function wordsOf(attachment: string, trait: AttachmentTrait, catalogue: ReadonlyMap<string, RuleEntry>): FindingDraft[] {
  if (trait.text.trim() === '') return [];
  const found: FindingDraft[] = [];
  screenSecrecy(new Page(trait.text, attachment, catalogue, found));
  return found.filter((draft) => draft.rule !== 'secrecy.draft' || trait.kind !== 'watermark').map((draft) => ({ ...draft, start: 0, end: 0, place: trait.place, message: `${trait.label}中：${draft.message}`, suggestion: null }));
}
