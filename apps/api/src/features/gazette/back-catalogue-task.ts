import { canonicalDocumentNumber } from '@govmedia-hub/chinese-text';
import { GAZETTE_LIMITS, type GazetteTextState } from '@govmedia-hub/contracts';
import { isCivilDate } from '@govmedia-hub/working-days';

/** One item of a printed issue, as a line of a back-catalogue file has it. */
export interface CatalogueLine {
  line: number;
  masthead: string | null;
  year: number;
  issueNo: number;
  totalNo: number | null;
  publishedOn: string;
  section: string;
  title: string;
  docNumber: string | null;
  issuer: string | null;
  signedOn: string | null;
  textState: GazetteTextState;
  text: string;
}

/** A line that cannot be taken in; its issue, where it can be told. */
export interface RefusedLine { line: number; year: number | null; issueNo: number | null; refusal: string }

const STATES: Record<string, GazetteTextState> = { typed: 'typed', ocr: 'ocr_unchecked', ocr_checked: 'ocr_checked' };

/** Reads the lines of a back-catalogue file (.jsonl); empty lines are left out. */
export function readBackCatalogue(content: string): (CatalogueLine | RefusedLine)[] {
  return content.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((source, at) => (source.trim() === '' ? [] : [readLine(source, at + 1)]));
}

function readLine(source: string, line: number): CatalogueLine | RefusedLine {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(source) as Record<string, unknown>;
  } catch {
    return { line, year: null, issueNo: null, refusal: '本行不是合法的 JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, year: null, issueNo: null, refusal: '本行不是一条公报记录（应为 JSON 对象）' };
  const whole = (name: string, low: number, high: number): number | null => (Number.isInteger(value[name]) && (value[name] as number) >= low && (value[name] as number) <= high ? (value[name] as number) : null);
  const words = (name: string): string | null => (typeof value[name] === 'string' && (value[name] as string).trim() !== '' ? (value[name] as string).trim() : null);
  const given = (name: string): boolean => value[name] !== undefined && value[name] !== null && value[name] !== '';
  const [year, issueNo] = [whole('year', GAZETTE_LIMITS.firstYear, GAZETTE_LIMITS.lastYear), whole('issueNo', 1, GAZETTE_LIMITS.issueNo)];
  const refused = (refusal: string): RefusedLine => ({ line, year, issueNo, refusal });
  if (year === null) return refused(`年份（year）应为 ${GAZETTE_LIMITS.firstYear}-${GAZETTE_LIMITS.lastYear} 的整数`);
  if (issueNo === null) return refused(`期号（issueNo）应为 1-${GAZETTE_LIMITS.issueNo} 的整数`);
  const totalNo = whole('totalNo', 1, GAZETTE_LIMITS.totalNo);
  if (given('totalNo') && totalNo === null) return refused('总期号（totalNo）应为正整数');
  const publishedOn = words('publishedOn');
  if (publishedOn === null || !isCivilDate(publishedOn)) return refused('出版日期（publishedOn）应为 YYYY-MM-DD');
  const signedOn = words('signedOn');
  if (given('signedOn') && (signedOn === null || !isCivilDate(signedOn))) return refused('成文日期（signedOn）应为 YYYY-MM-DD');
  const [title, text, number, issuer, section, masthead] = [words('title'), words('text'), words('docNumber'), words('issuer'), words('section'), words('masthead')];
  if (title === null) return refused('缺少标题（title）');
  if (text === null) return refused('缺少正文（text）');
  const long = ([['title', title, 500], ['docNumber', number, 80], ['issuer', issuer, 200], ['section', section, GAZETTE_LIMITS.sectionChars], ['masthead', masthead, 100], ['text', text, GAZETTE_LIMITS.textChars]] as const).find(([, written, limit]) => written !== null && written.length > limit);
  if (long) return refused(`${long[0]} 超过 ${long[2]} 个字`);
  const textState = STATES[words('source') ?? ''];
  if (!textState) return refused('文本来源（source）应为 typed（录入）、ocr（扫描识别，未校对）或 ocr_checked（扫描识别，已校对）');
  return { line, masthead, year, issueNo, totalNo, publishedOn, section: section ?? '文件', title, docNumber: number === null ? null : (canonicalDocumentNumber(number) ?? number), issuer, signedOn, textState, text: text.replace(/\r\n?/g, '\n') };
}

export function run({ content }: { content: string }): Promise<(CatalogueLine | RefusedLine)[]> {
  return Promise.resolve(readBackCatalogue(content));
}
