/** The five gates of a publication: 政治关、法律关、政策关、保密关、文字关. */
export type GateId = 'politics' | 'law' | 'policy' | 'secrecy' | 'text';

export const gateIds: readonly GateId[] = ['politics', 'law', 'policy', 'secrecy', 'text'];

/** `block` stops a publication until the text is changed; `warn` needs a person's verdict; `note` is a hint. */
export type Severity = 'block' | 'warn' | 'note';

export interface Finding {
  gate: GateId;
  rule: string;
  severity: Severity;
  /** UTF-16 offsets in the screened text, or in the attachment's text when `attachment` is set. */
  start: number;
  end: number;
  text: string;
  /** Chinese: what is wrong. */
  message: string;
  /** Replacement for exactly start..end, or null when only a person can decide. */
  suggestion: string | null;
  /** Where the rule comes from. */
  source: string;
  /** Name of the attachment the finding lies in; null for the text itself. */
  attachment: string | null;
  /** Where in the attachment, in words (工作表“名单” B3, 第2页); null in the text itself. */
  place: string | null;
  /** Stable across edits elsewhere: same rule, same text, same occurrence index. Holds no readable text. */
  key: string;
}

export type FindingDraft = Omit<Finding, 'key'>;

/** 64-bit FNV-1a in two halves, as 16 hex digits: a name for a text, not a proof of it. */
export function textMark(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x01000197);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

const rank: Record<Severity, number> = { block: 0, warn: 1, note: 2 };

function inReadingOrder(a: FindingDraft, b: FindingDraft): number {
  if (a.attachment !== b.attachment) {
    if (a.attachment === null) return -1;
    if (b.attachment === null) return 1;
    return a.attachment < b.attachment ? -1 : 1;
  }
  return a.start - b.start || a.end - b.end || rank[a.severity] - rank[b.severity] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Rules that may see one and the same slip: where they overlap, one finding speaks for all. */
const families: readonly RegExp[] = [/^(?:text\.(?:confusable|repeated|statistical|wrong-word)$|politics\.)/, /^text\.punctuation\.(?:repeated|conflict|ellipsis|before-deng|before-he)$/, /^text\.(?:number|unit)\./, /^law\.superlative$/, /^secrecy\.marking/];
const familyOf = (rule: string): number => families.findIndex((family) => family.test(rule));

/** The graver finding speaks; of equals the one with an answer, then the longer one of a name, the shorter one of a word. */
function speaksFor(one: FindingDraft, other: FindingDraft): boolean {
  if (rank[one.severity] !== rank[other.severity]) return rank[one.severity] < rank[other.severity];
  if ((one.suggestion === null) !== (other.suggestion === null)) return one.suggestion !== null;
  if (one.gate !== other.gate) return one.gate === 'politics';
  const longer = (one.end - one.start) - (other.end - other.start);
  return one.rule === 'text.confusable' && other.rule === 'text.confusable' ? longer < 0 : longer > 0;
}

/** Drops findings of one family that overlap a finding that speaks for them; drafts are in reading order. */
function merged(drafts: readonly FindingDraft[]): FindingDraft[] {
  const kept: FindingDraft[] = [];
  for (const draft of drafts) {
    const family = familyOf(draft.rule);
    let at = kept.length - 1;
    let silent = false;
    if (family >= 0 && draft.end > draft.start) {
      for (; at >= 0 && at >= kept.length - 24 && !silent; at -= 1) {
        const other = kept[at]!;
        if (other.attachment !== draft.attachment || other.end <= draft.start || other.start >= draft.end || familyOf(other.rule) !== family) continue;
        if (speaksFor(draft, other)) kept.splice(at, 1);
        else silent = true;
      }
    }
    if (!silent) kept.push(draft);
  }
  return kept;
}

/** Sorts by place, merges what speaks of the same slip and gives every finding its key. */
export function seal(drafts: readonly FindingDraft[]): Finding[] {
  const counts = new Map<string, number>();
  const sealed: Finding[] = [];
  let previous: FindingDraft | null = null;
  for (const draft of merged([...drafts].sort(inReadingOrder))) {
    if (previous && previous.rule === draft.rule && previous.start === draft.start && previous.end === draft.end && previous.attachment === draft.attachment && previous.message === draft.message) continue;
    previous = draft;
    const stem = `${draft.rule}:${textMark(`${draft.attachment ?? ''}\u0000${draft.text}`)}`;
    const index = counts.get(stem) ?? 0;
    counts.set(stem, index + 1);
    sealed.push({ ...draft, key: `${stem}:${index}` });
  }
  return sealed;
}
