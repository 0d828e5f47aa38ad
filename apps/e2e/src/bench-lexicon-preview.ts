import { endpoints, type LexiconPreviewView } from '@govmedia-hub/contracts';
import { characterFold } from '@govmedia-hub/chinese-text';
import ExcelJS from 'exceljs';
import { alphabet, drawTerms, drawText, generator } from './bench-screening-text.js';
import type { HubClient } from './hub-client.js';
import { RunningHub } from './running-hub.js';

const TERMS = 50_000;
/** A month of a city with 60 accounts that post twice on a day. */
const POSTS = 3_600;
const CHARS = 900;
const SOURCE = '云政办发〔2026〕8号';

export interface LexiconPreviewFigures {
  workbookMb: number;
  importSeconds: number;
  importSlowestAnswerMs: number;
  secondImportSeconds: number;
  previewSeconds: number;
  previewSlowestAnswerMs: number;
  previewAnswerP99Ms: number;
  idleAnswerP99Ms: number;
  firstProgressSeconds: number;
  readSlowestAnswerMs: number;
  effectSlowestAnswerMs: number;
  editSlowestAnswerMs: number;
  flagged: number;
  expected: number;
}

/** What other people wait for meanwhile: one small read after the other, in milliseconds. */
class Bystander {
  private readonly times: number[] = [];
  private going = true;
  private readonly ended: Promise<void>;
  constructor(private readonly url: string) {
    this.ended = this.ask();
  }

  private async ask(): Promise<void> {
    while (this.going) {
      const from = performance.now();
      await (await fetch(`${this.url}/api/health`)).arrayBuffer();
      this.times.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  async stop(): Promise<{ p99: number; slowest: number }> {
    this.going = false;
    await this.ended;
    const sorted = this.times.sort((a, b) => a - b);
    return { p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, slowest: sorted.at(-1) ?? 0 };
  }
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function meanwhile(hub: RunningHub, work: () => Promise<void>): Promise<number> {
  const bystander = new Bystander(hub.url);
  try { await work(); } catch (error) { await bystander.stop(); throw error; }
  return (await bystander.stop()).slowest;
}

async function workbook(terms: readonly string[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('词条');
  sheet.addRow(['词语*', '关口*', '分量*', '建议用语', '理由*', '安全短语', '来源*']);
  terms.forEach((term, at) => sheet.addRow([term, '文字关', at % 3 === 0 ? '提示' : '请核对', '', `第${at + 1}条不宜使用`, at % 10 === 0 ? `${term}除外` : '', SOURCE]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Records a month of posts; every tenth holds one term, at a known number of places. @returns how many terms were set in */
async function postMonth(hub: RunningHub, units: readonly number[], terms: readonly string[], say: (line: string) => void): Promise<number> {
  const operator = await hub.as('周采编');
  const own = (await operator.ok(endpoints.listAccounts, { query: { limit: 100 } })).items.filter(({ sponsorOrgId }) => sponsorOrgId === operator.session!.person.orgId);
  const next = generator(7);
  const text = drawText((POSTS * CHARS * 3) / 1e6 + 1, units, ['，'], 1, 11).replace(/\n/g, '');
  let planted = 0;
  for (let at = 0; at < POSTS; at += 1) {
    const words = text.slice(at * CHARS, (at + 1) * CHARS);
    const term = at % 10 === 0 ? terms[next(terms.length)]! : null;
    if (term) planted += 1;
    const publishedAt = new Date(Date.now() - (at % 28) * 86_400_000 - 3_600_000).toISOString();
    await operator.ok(endpoints.recordAccountPost, { params: { id: own[at % own.length]!.id }, body: { title: `便民信息第${at + 1}期`, text: term ? `${words}。${term}。` : words, publishedAt } });
  }
  say(`${POSTS} posts of ${CHARS} characters recorded in ${own.length} accounts`);
  return planted;
}

async function importInto(chen: HubClient, lexiconId: string, bytes: Buffer, seenVersion?: number): Promise<{ seconds: number; versionId: string; version: number }> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)]), '词库.xlsx');
  const query = new URLSearchParams({ mode: 'replace', source: SOURCE, ...(seenVersion === undefined ? {} : { seenVersion: String(seenVersion) }) });
  const from = performance.now();
  const answer = await chen.exchange('POST', `/api/lexicons/${lexiconId}/imports?${query.toString()}`, { form });
  const seconds = (performance.now() - from) / 1000;
  const view = JSON.parse(answer.bytes.toString('utf8')) as { draft: { id: string; version: number } | null };
  if (answer.status >= 300 || !view.draft) throw new Error(`the import answered ${answer.status} ${answer.bytes.toString('utf8').slice(0, 500)}`);
  return { seconds, versionId: view.draft.id, version: view.draft.version };
}

/** 50,000 terms from Excel into a draft, and what the draft would flag in a month of posts, in a running hub that others use meanwhile. */
export async function benchLexiconPreview(say: (line: string) => void): Promise<{ corpus: false; figures: LexiconPreviewFigures }> {
  const folds = characterFold({ width: true, lowerCase: true, traditional: true, zeroWidth: true, separators: true, digits: true }).table;
  const all = alphabet(6_000, 3, (unit) => folds[unit]!);
  const [units, rare] = [all.slice(0, 2_500), all.slice(2_500)];
  const terms = drawTerms(TERMS, rare, 13);
  say('starting the hub on a fresh demonstration city');
  const hub = await RunningHub.start();
  try {
    const chen = await hub.as('陈主管');
    const planted = await postMonth(hub, units, terms, say);
    const bytes = await workbook(terms);
    const lexicon = await chen.ok(endpoints.createLexicon, { body: { kind: 'terms', name: '五万条词库' } });
    const quiet = new Bystander(hub.url);
    await new Promise((done) => setTimeout(done, 3_000));
    const idle = await quiet.stop();

    const whileImporting = new Bystander(hub.url);
    const first = await importInto(chen, lexicon.id, bytes);
    const importing = await whileImporting.stop();
    say(`workbook of ${TERMS} terms, ${(bytes.length / 1e6).toFixed(1)} MB: imported in ${first.seconds.toFixed(1)} s; a bystander waited ${importing.slowest.toFixed(0)} ms at most`);
    const second = await importInto(chen, lexicon.id, bytes, first.version);

    const whileTrying = new Bystander(hub.url);
    const from = performance.now();
    let preview: LexiconPreviewView = await chen.ok(endpoints.previewLexicon, { params: { id: second.versionId }, body: { period: 'month' } });
    let firstProgress = 0;
    while (preview.status === 'running') {
      await new Promise((done) => setTimeout(done, 50));
      preview = await chen.ok(endpoints.getLexiconPreview, { params: { id: preview.id } });
      if (firstProgress === 0 && preview.processed > 0) firstProgress = (performance.now() - from) / 1000;
    }
    const seconds = (performance.now() - from) / 1000;
    const trying = await whileTrying.stop();
    if (preview.status !== 'done') throw new Error(`the preview ended as ${preview.status}: ${preview.problem ?? ''}\n${hub.log}`);
    say(`preview of ${preview.posts} posts, ${preview.publications} publications and ${preview.documents} documents: ${seconds.toFixed(1)} s, ${preview.added} places flagged, ${planted} set in; a bystander waited ${trying.slowest.toFixed(0)} ms at most`);
    const reading = await meanwhile(hub, async () => {
      await chen.ok(endpoints.listLexiconEntries, { params: { id: second.versionId }, query: { q: '第777条' } });
      await chen.ok(endpoints.compareLexiconVersions, { params: { id: second.versionId }, query: {} });
    });
    const effect = await meanwhile(hub, async () => {
      const draft = (await chen.ok(endpoints.getLexicon, { params: { id: lexicon.id } })).draft!;
      await chen.ok(endpoints.makeLexiconEffective, { params: { id: draft.id }, body: { seenVersion: draft.version, effectiveFrom: today() } });
      await (await hub.as('周采编')).ok(endpoints.screenText, { body: { text: `欢迎办理${terms[0]}。` } });
    });
    const edit = await meanwhile(hub, async () => {
      const { draft } = await chen.ok(endpoints.startLexiconDraft, { params: { id: lexicon.id }, body: { source: SOURCE } });
      await chen.ok(endpoints.saveLexiconEntry, { params: { id: draft!.id }, body: { seenVersion: draft!.version, key: terms[1]!, entry: { term: terms[1]!, gate: 'text', severity: 'note', reason: '试一试', source: SOURCE } } });
    });
    say(`a bystander waited at most: ${reading.toFixed(0)} ms while entries were searched and compared, ${effect.toFixed(0)} ms while the draft took effect and a text was screened, ${edit.toFixed(0)} ms while one entry was changed`);
    return {
      corpus: false,
      figures: {
        readSlowestAnswerMs: reading, effectSlowestAnswerMs: effect, editSlowestAnswerMs: edit,
        workbookMb: bytes.length / 1e6, importSeconds: first.seconds, importSlowestAnswerMs: importing.slowest, secondImportSeconds: second.seconds,
        previewSeconds: seconds, previewSlowestAnswerMs: trying.slowest, previewAnswerP99Ms: trying.p99, idleAnswerP99Ms: idle.p99, firstProgressSeconds: firstProgress, flagged: preview.added, expected: planted,
      },
    };
  } finally {
    await hub.stop();
  }
}
