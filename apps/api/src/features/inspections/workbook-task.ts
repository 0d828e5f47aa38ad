import { ACCOUNT_RESULT_WORDS, INDICATOR_OUTCOME_WORDS, INSPECTION_STATUS_WORDS, PLATFORM_WORDS, type InspectionView } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { pointText } from './circular-text.js';

interface Sheet { name: string; widths: number[]; header: string[]; rows: (string | number)[][] }

/** The sheets of a round: result by account, every verdict with its evidence, by platform, and where it comes from. */
export function sheetsOf(view: InspectionView, pack: { name: string; source: string; note: string }): Sheet[] {
  const hits = (item: InspectionView['items'][number]): string => item.verdicts.filter((verdict) => verdict.outcome === 'confirmed').map((verdict) => verdict.name).join('；');
  const open = (item: InspectionView['items'][number]): string => item.verdicts.filter((verdict) => verdict.outcome === 'suspected' || verdict.outcome === 'undecidable').map((verdict) => verdict.name).join('；');
  return [
    {
      name: '检查结果', widths: [6, 24, 14, 32, 10, 40, 40], header: ['序号', '账号名称', '平台', '主办单位', '结果', '属实的问题', '待确认的问题'],
      rows: view.items.map((item, at) => [at + 1, item.accountName, PLATFORM_WORDS[item.platform], item.sponsorName, ACCOUNT_RESULT_WORDS[item.result], hits(item), open(item)]),
    },
    {
      name: '检查明细', widths: [24, 14, 10, 28, 16, 50, 60, 12, 36], header: ['账号名称', '平台', '指标编号', '指标', '结论', '理由', '证据', '确认人', '确认意见'],
      rows: view.items.flatMap((item) => item.verdicts.map((verdict) => [
        item.accountName, PLATFORM_WORDS[item.platform], verdict.code, verdict.name, INDICATOR_OUTCOME_WORDS[verdict.outcome], verdict.reason,
        verdict.evidence.map((each) => `${each.label}：${each.value}${each.at ? `（${pointText(each.at)}）` : ''}${each.url ? ` ${each.url}` : ''}`).join('\n'), verdict.decidedByName ?? '', verdict.decidedReason ?? '',
      ])),
    },
    {
      name: '分平台统计', widths: [14, 10, 10, 10, 10, 12], header: ['平台', '账号数', '合格', '不合格', '待确认', '合格率'],
      rows: view.byPlatform.map((each) => [PLATFORM_WORDS[each.platform], each.accounts, each.passed, each.failed, each.pending, each.passRate ?? '—']),
    },
    {
      name: '说明', widths: [16, 90], header: ['项目', '内容'],
      rows: [['检查', view.title], ['状态', INSPECTION_STATUS_WORDS[view.status]], ['监测时间点', pointText(view.monitoringPointAt)], ['指标', `${pack.name}（${pack.source}，版本${view.packVersion}）`], ['指标说明', pack.note], ['总体情况', view.sentence], ['发起人', view.startedByName], ['事实摘要（SHA-256）', view.factsDigest]],
    },
  ];
}

/** Writes the workbook. @returns the bytes of an .xlsx; every text stays a text, also one that begins with = */
export async function run({ view, pack }: { view: InspectionView; pack: { name: string; source: string; note: string } }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '政务新媒体内容中心';
  for (const sheet of sheetsOf(view, pack)) {
    const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = sheet.widths.map((width) => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
    page.addRow(sheet.header).font = { bold: true };
    for (const row of sheet.rows) page.addRow(row);
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.header.length } };
  }
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}
