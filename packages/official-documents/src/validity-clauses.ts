import { findDates, parseNumeral } from '@govmedia-hub/chinese-text';
import { addDays, addMonths } from './civil-days.js';

const N = '[〇零一二两三四五六七八九十百\\d]{1,4}';
const FROM_DATE = /(?:自|从|于)?(\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日) ?(?:起|开始)(?:正式)?(?:施行|实施|执行|生效|试行)/g;
const FROM_ISSUE = new RegExp(`自 ?(?:公布|发布|印发|颁布|下发|发文|签发)之日起 ?(?:满? ?(${N}) ?(个?工作日|日|天|个月)(?:之?后|起|以后)?)?(?:正式)?(?:施行|实施|执行|生效|试行)`);
const UNTIL = /有效期(?:限)?(?:为|是|截至|截止|至|到|延长至|延续至|自[^。；]{4,24}?(?:至|到))* ?[:：]?([^。；，\n]{6,16}日)/;
const LASTS = new RegExp(`(?:有效期(?:限)?|试行期(?:限)?|暂行期(?:限)?|执行期(?:限)?)(?:为|是|暂定|[:：])* ?(${N}) ?(年|个月)|(?:试行|暂行) ?(${N}) ?(年|个月)(?=[。，；\\n]|$)`);
/** A licence has a period of validity too; only a sentence about this document or its entry into force counts. */
const OWN_PERIOD = /本(?:实施)?(?:通知|办法|意见|规定|细则|方案|条例|文件|政策|措施|规则|决定|公告|通告|制度|标准|规划|计划|指南|清单|目录|纲要|要点)|(?:起|之日|起正式)(?:施行|实施|执行|生效|试行)|^[（(]?(?:有效期|试行期)/;
/** Speech about other documents: their dates are not ours. */
const OTHERS = /《[^》]*》[^。；，]{0,12}$/;

/** Dates a document gives for its own force; issuedOn (publication, else signature) is what 自印发之日起 counts from. */
export function readValidity(text: string, issuedOn: string | null): { effectiveOn: string | null; expiresOn: string | null; effectiveAt: number | null } {
  let effectiveOn: string | null = null;
  let effectiveAt: number | null = null;
  for (const match of text.matchAll(FROM_DATE)) {
    const clause = text.slice(Math.max(0, match.index - 30), match.index);
    if (OTHERS.test(clause)) continue;
    const own = /本[\u4e00-\u9fa5]{1,8} ?(?:自|从|于)?$/.test(clause) || /(?:^|[。；，\n“（] ?)$/.test(clause) || /(?:现|均)?$/.test(clause);
    const date = findDates(match[1]!)[0]?.iso ?? null;
    if (!own || date === null) continue;
    effectiveOn = date;
    effectiveAt = match.index;
    if (/本[\u4e00-\u9fa5]{1,8} ?(?:自|从|于)?$/.test(clause)) break;
  }
  if (effectiveOn === null) {
    const match = FROM_ISSUE.exec(text);
    if (match) {
      effectiveAt = match.index;
      const wait = match[1] ? parseNumeral(match[1]) : 0;
      if (issuedOn !== null && wait !== null && match[2] !== '个工作日' && match[2] !== '工作日') {
        effectiveOn = match[2] === '个月' ? addMonths(issuedOn, wait) : addDays(issuedOn, wait);
      }
    }
  }
  let expiresOn: string | null = null;
  for (const sentence of text.split(/[。\n]/)) {
    if (!/有效期|[试暂]行|执行期/.test(sentence) || !OWN_PERIOD.test(sentence) || /[证书照]|许可|备案|注册/.test(sentence)) continue;
    const until = UNTIL.exec(sentence);
    if (until) expiresOn = findDates(until[1]!).pop()?.iso ?? null;
    const lasts = expiresOn === null ? LASTS.exec(sentence) : null;
    const start = effectiveOn ?? issuedOn;
    if (lasts && start) {
      const count = parseNumeral((lasts[1] ?? lasts[3])!);
      if (count !== null && count > 0 && count <= 100) expiresOn = addDays(addMonths(start, (lasts[2] ?? lasts[4]) === '年' ? count * 12 : count), -1);
    }
    if (expiresOn !== null) break;
  }
  return { effectiveOn, expiresOn, effectiveAt };
}
