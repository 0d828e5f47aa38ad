import { COVERAGE_STATE_WORDS, INTERPRETATION_FORM_WORDS, INTERPRETATION_FORMS, VALIDITY_WORDS, type CoverageRowView } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';

const HEADER = ['序号', '政策', '文号', '效力', '单位', '公开日期', '解读单位', '解读期限', '情况', ...INTERPRETATION_FORMS.map((form) => INTERPRETATION_FORM_WORDS[form]), '免于解读的理由', '决定人'];
const WIDTHS = [6, 44, 20, 10, 28, 12, 28, 12, 12, ...INTERPRETATION_FORMS.map(() => 14), 36, 12];

/** What stands in one cell of the matrix. */
export function cellText(cell: CoverageRowView['cells'][number]): string {
  if (cell.publications.length === 0) return cell.planned ? '应解读' : '';
  return cell.publications.map(({ publishedOn, late }) => `${publishedOn}${late ? '（逾期）' : ''}`).join('\n');
}

/** Writes the matrix of policies and forms. @returns the bytes of an .xlsx; every text stays a text */
export async function run({ rows, today, rule }: { rows: CoverageRowView[]; today: string; rule: string }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '政务新媒体内容中心';
  const page = workbook.addWorksheet('解读覆盖', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  page.columns = WIDTHS.map((width) => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
  page.addRow(HEADER).font = { bold: true };
  rows.forEach((row, at) => page.addRow([
    at + 1, row.title, row.docNumber ?? '', VALIDITY_WORDS[row.validity].label, row.orgName, row.releasedOn ?? '', row.plan && !row.plan.exemption ? row.plan.ownerOrgName : '', row.plan?.dueOn ?? '', COVERAGE_STATE_WORDS[row.state],
    ...row.cells.map(cellText), row.plan?.exemption ? `${row.plan.exemption.kindWords}：${row.plan.exemption.reason}` : '', row.plan?.decidedByName ?? '',
  ]));
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: HEADER.length } };
  const notes = workbook.addWorksheet('说明');
  notes.columns = [{ width: 16 }, { width: 90 }];
  notes.addRow(['截至', today]);
  notes.addRow(['解读期限', rule]);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}
