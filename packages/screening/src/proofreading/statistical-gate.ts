import type { FindingDraft } from '../findings.js';
import type { Page } from '../page.js';
import type { Proofreader } from './proofreader.js';

/** 文字关, learnt part: reports what the library makes doubtful, unless a lexicon has spoken about the same characters. */
export function screenStatistics(page: Page, proofreader: Proofreader, known: readonly FindingDraft[]): void {
  const spoken = known.filter((finding) => finding.attachment === page.attachment && finding.end > finding.start && (finding.gate === 'text' || finding.gate === 'politics')).map(({ start, end }) => ({ start, end }));
  for (const doubt of proofreader.proofread(page.text)) {
    if (spoken.some((span) => span.start < doubt.end && span.end > doubt.start)) continue;
    page.report('text.statistical', doubt.start, doubt.end, `“${doubt.text}”在此处少见，文件库中常作“${doubt.reading}”`, doubt.suggestion, { severity: doubt.severity, source: proofreader.source });
  }
}
