import { chineseDate } from '@govmedia-hub/working-days';
import { LEDGER_EXCEPTION_WORDS, NORMATIVE_WORDS, VALIDITY_WORDS, type DisclosureCatalogueView, type EndedDocumentView, type LedgerRowView } from '@govmedia-hub/contracts';
import type { Sheet } from '../../foundation/workbook/workbook.js';

const day = (on: string | null): string => (on === null ? '' : chineseDate(on));

/** 失效文件清单 as a sheet. */
export const endedSheet = (rows: readonly EndedDocumentView[], drawnOn: string): Sheet[] => [
  {
    name: '失效文件清单', widths: [6, 60, 24, 30, 14, 18, 60, 24], header: ['序号', '文件名称', '文号', '制发机关', '效力', '失效日期', '依据', '依据文号'],
    rows: rows.map((row, at) => [at + 1, row.title, row.docNumber ?? '', row.issuer ?? '', VALIDITY_WORDS[row.validity].label, day(row.endedOn), row.by?.title ?? (row.validity === 'expired' ? '有效期届满' : ''), row.by?.docNumber ?? '']),
  },
  { name: '说明', widths: [16, 70], header: ['项目', '内容'], rows: [['生成日期', chineseDate(drawnOn)], ['件数', rows.length], ['范围', '已公开的文件，以及已公开文件中写明废止、宣布失效的文件']] },
];

/** 台账 as a sheet, with its two lists of exceptions. */
export function ledgerSheets(rows: readonly LedgerRowView[]): Sheet[] {
  const line = (row: LedgerRowView, at: number): (string | number)[] => [at + 1, row.document.title, row.document.docNumber ?? '', row.orgName ?? '', day(row.document.signedOn), day(row.document.publishedOn), VALIDITY_WORDS[row.document.validity].label, NORMATIVE_WORDS[row.normative], row.legalityReviewNo ?? '', day(row.legalityReviewedOn), row.exceptions.map((each) => LEDGER_EXCEPTION_WORDS[each]).join('；')];
  const header = ['序号', '文件名称', '文号', '保管单位', '成文日期', '发布日期', '效力', '认定', '合法性审核编号', '审核日期', '异常'];
  const widths = [6, 60, 24, 30, 18, 18, 14, 16, 24, 18, 20];
  return [
    { name: '台账', widths, header, rows: rows.map(line) },
    ...(['issued_not_public', 'public_not_reviewed'] as const).map((exception): Sheet => ({ name: LEDGER_EXCEPTION_WORDS[exception], widths, header, rows: rows.filter((row) => row.exceptions.includes(exception)).map(line) })),
  ];
}

/** 主动公开目录 by unit, with what was late. */
export const catalogueSheets = (catalogue: DisclosureCatalogueView): Sheet[] => [
  {
    name: '按单位', widths: [36, 10, 12, 12, 14, 18, 16], header: ['单位', '已公开', '按期公开', '超期', '无法判断', '最近公开', '久未公开'],
    rows: catalogue.units.map((unit) => [unit.orgName, unit.released, unit.inTime, unit.late.length, unit.undated, day(unit.latestOn), unit.silent ? '是' : '']),
  },
  { name: '超期公开', widths: [36, 60, 24, 18, 18, 18], header: ['单位', '文件名称', '文号', '成文日期', '应公开日期', '公开日期'], rows: catalogue.units.flatMap((unit) => unit.late.map((late) => [unit.orgName, late.title, late.docNumber ?? '', day(late.signedOn), day(late.dueOn), late.publishedOn === null ? '未公开' : day(late.publishedOn)])) },
  { name: '说明', widths: [90], header: ['规则'], rows: catalogue.rules.map((rule) => [rule]) },
];
