import { PLATFORM_WORDS, type InspectionView } from '@govmedia-hub/contracts';
import { chineseDate, deadline, findDeadlineRule } from '@govmedia-hub/working-days';

/** A line of an official document, before it is set in type. */
export type CircularBlock =
  | { style: 'title' | 'addressee' | 'heading' | 'subheading' | 'body' | 'signature' | 'annex' | 'notice'; text: string }
  | { style: 'table'; header: string[]; rows: string[][] };

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** '2026年11月23日9时00分'. */
export function pointText(at: string): string {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${chineseDate(local.slice(0, 10))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}

/** Confirmed hits by indicator, in the order of the pack. */
export function confirmedHits(view: InspectionView): { code: string; name: string; accounts: { label: string; reason: string }[] }[] {
  const hits = new Map<string, { code: string; name: string; accounts: { label: string; reason: string }[] }>();
  for (const item of view.items)
    for (const verdict of item.verdicts) {
      if (verdict.outcome !== 'confirmed') continue;
      const hit = hits.get(verdict.code) ?? { code: verdict.code, name: verdict.name, accounts: [] };
      hit.accounts.push({ label: `“${item.accountName}”（${PLATFORM_WORDS[item.platform]}，${item.sponsorName}）`, reason: verdict.decidedReason ?? verdict.reason });
      hits.set(verdict.code, hit);
    }
  return [...hits.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The circular of a round in the usual order: 总体情况, 存在的问题, 下一步工作要求, annex.
 * @param on civil date of the circular; the time to report rectification runs from it
 */
export function circularText(view: InspectionView, around: { issuer: string; on: string; source: string }): CircularBlock[] {
  const blocks: CircularBlock[] = [];
  if (view.status !== 'closed') blocks.push({ style: 'notice', text: `（草稿：检查结果尚未审定，有${view.pending}个账号待确认，不得印发）` });
  blocks.push(
    { style: 'title', text: `关于${view.title}情况的通报` },
    { style: 'addressee', text: '各镇人民政府、街道办事处，市政府各部门、各单位：' },
    { style: 'body', text: `为进一步加强政务新媒体管理，依据《政府网站与政务新媒体检查指标》（${around.source}），${around.issuer}以${pointText(view.monitoringPointAt)}为监测时间点，对全市备案的政务新媒体进行了检查。现将有关情况通报如下。` },
    { style: 'heading', text: '一、总体情况' },
    { style: 'body', text: view.sentence },
    { style: 'table', header: ['平台', '账号数', '合格', '不合格', '待确认', '合格率'], rows: view.byPlatform.map((each) => [PLATFORM_WORDS[each.platform], String(each.accounts), String(each.passed), String(each.failed), String(each.pending), each.passRate ?? '—']) },
    { style: 'heading', text: '二、存在的问题' },
  );
  const hits = confirmedHits(view);
  if (hits.length === 0) blocks.push({ style: 'body', text: '本次检查未确认单项否决问题。' });
  hits.forEach((hit, at) => {
    blocks.push({ style: 'subheading', text: `（${NUMERALS[at] ?? at + 1}）${hit.name}` });
    for (const account of hit.accounts) blocks.push({ style: 'body', text: `${account.label}：${account.reason.replace(/[。；;]*$/u, '')}。` });
  });
  blocks.push({ style: 'heading', text: '三、下一步工作要求' });
  const rule = findDeadlineRule('rectification.report', around.on);
  if (view.failed > 0 && rule) {
    const due = deadline({ receivedOn: around.on, rule });
    blocks.push({ style: 'body', text: `不合格账号的主办单位要逐项整改，严重表述错误等安全问题当日处置，并于${chineseDate(due.dueOn)}前将整改情况书面报送${around.issuer}。` });
  }
  blocks.push(
    { style: 'body', text: '各单位要落实主办责任，严格执行分级分类审核、先审后发制度，做好日常监测和值班值守，及时更新内容、回应群众留言；确实无力维护的账号，按程序报备后关停注销并向社会公告。' },
    { style: 'annex', text: '附件：政务新媒体检查结果一览表' },
    { style: 'signature', text: around.issuer },
    { style: 'signature', text: chineseDate(around.on) },
    { style: 'title', text: '政务新媒体检查结果一览表' },
    { style: 'table', header: ['序号', '账号名称', '平台', '主办单位', '结果'], rows: view.items.map((item, at) => [String(at + 1), item.accountName, PLATFORM_WORDS[item.platform], item.sponsorName, { pass: '合格', fail: '不合格', pending: '待确认' }[item.result]]) },
  );
  return blocks;
}
