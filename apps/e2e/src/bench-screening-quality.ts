import { generalReader } from '@govmedia-hub/api/features/proofreader/general-words';
import { builtInLexicons, createScreener, textMark, type Finding, type LibraryEntry, type LibraryIndex } from '@govmedia-hub/screening';
import { readCleanTexts } from './bench-screening-clean.js';
import { faultMakers, plantFault } from './bench-screening-faults.js';
import { generator } from './bench-screening-text.js';

export interface ScreeningQualityFigures {
  falseBlocksPerMillion: number;
  blockAndWarnPer10k: number;
  lowestRecall: number;
  exactSpans: number;
}

const AS_OF = '2026-11-23';
const FAULTS_PER_RULE = 120;

/** Slips that readers found to be real in the clean corpus, by mark of the characters around them: a block there is right. */
const realFaults: ReadonlySet<string> = new Set(['faf6c2251d8c17d3']);

const entry = (title: string, docNumber: string, validity: LibraryEntry['validity'], articles: string[] = []): LibraryEntry => ({ documentId: title, title, docNumber, validity, articles: articles.length > 0 ? new Set(articles) : null });
const shelf = [
  entry('云溪市城镇职工生育补助办法', '云政发〔2024〕12号', 'in_force', ['art-1', 'art-2', 'art-3', 'art-4']),
  entry('云溪市旧车补贴暂行规定', '云政办〔2018〕7号', 'repealed'),
  entry('云溪市公共停车管理办法', '云政发〔2026〕30号', 'not_yet_in_force', ['art-1']),
  entry('云溪市户外广告管理办法', '云政发〔2020〕3号', 'amended'),
];
const library: LibraryIndex = { byDocNumber: (number) => shelf.find((one) => one.docNumber === number) ?? null, byTitle: (title) => shelf.filter((one) => one.title === title) };

const perRule = (findings: Map<string, number>, characters: number): string[] => [...findings].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `  ${rule.padEnd(44)} ${String(count).padStart(6)}  ${((count / characters) * 1e4).toFixed(3)} per 10,000`);

/** Findings in clean official text, then recall and spans over planted faults. */
export function benchScreeningQuality(say: (line: string) => void): { corpus: boolean; figures: ScreeningQualityFigures } {
  const { corpus, texts } = readCleanTexts(500);
  const screener = createScreener(builtInLexicons, { words: generalReader() });
  const counts = new Map<string, number>();
  let [characters, blocks, blocksAndWarns, real] = [0, 0, 0, 0];
  for (const text of texts) {
    characters += text.length;
    for (const finding of screener.screen({ text, kind: 'document', asOf: AS_OF })) {
      const label = `${finding.gate} ${finding.severity} ${finding.rule}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
      if (finding.severity !== 'note') blocksAndWarns += 1;
      if (finding.severity !== 'block') continue;
      const mark = textMark(text.slice(Math.max(0, finding.start - 10), finding.end + 10));
      if (realFaults.has(mark)) real += 1;
      else {
        blocks += 1;
        say(`  block ${mark}: ${finding.rule} ${finding.text}`);
      }
    }
  }
  say(`clean text: ${texts.length} texts, ${characters} characters (${corpus ? 'the founding document and laws of the corpus' : 'fixtures'})${real > 0 ? `; ${real} block findings are real slips of the source` : ''}`);
  for (const line of perRule(counts, characters)) say(line);

  say(`planted faults: ${FAULTS_PER_RULE} per rule, each in a passage of clean text`);
  const passages = texts.flatMap((text) => text.split('\n')).filter((line) => line.length > 40 && line.length < 400 && /[。；]$/.test(line));
  const recalls: number[] = [];
  let [found, exact] = [0, 0];
  for (const rule of Object.keys(faultMakers)) {
    const next = generator(1000 + rule.length * 31 + rule.charCodeAt(rule.length - 1));
    let [hits, spans] = [0, 0];
    const missed: string[] = [];
    for (let i = 0; i < FAULTS_PER_RULE; i += 1) {
      const fault = plantFault(rule, next);
      const [before, after] = [passages[next(passages.length)]!, passages[next(passages.length)]!];
      const offset = before.length + 1;
      const [start, end] = [offset + fault.start, offset + fault.end];
      const findings = screener.screen({ text: `${before}\n${fault.text}\n${after}`, kind: 'post', asOf: AS_OF, ...(fault.sources ? { sources: fault.sources } : {}) }, library).filter((finding) => finding.rule === rule && finding.start < end && finding.end > start);
      if (findings.length === 0) missed.push(fault.text);
      else {
        hits += 1;
        if (findings.some((finding: Finding) => finding.start === start && finding.end === end)) spans += 1;
        else missed.push(`span: ${fault.text.slice(fault.start, fault.end)} ≠ ${findings[0]!.text}`);
      }
    }
    recalls.push(hits / FAULTS_PER_RULE);
    found += hits;
    exact += spans;
    say(`  ${rule.padEnd(34)} recall ${(hits / FAULTS_PER_RULE).toFixed(3)}  exact ${hits === 0 ? '-' : (spans / hits).toFixed(3)}${missed.length > 0 ? `  e.g. ${[...new Set(missed)].slice(0, 3).join(' | ')}` : ''}`);
  }
  return { corpus, figures: { falseBlocksPerMillion: (blocks / characters) * 1e6, blockAndWarnPer10k: (blocksAndWarns / characters) * 1e4, lowestRecall: Math.min(...recalls), exactSpans: exact / Math.max(1, found) } };
}
