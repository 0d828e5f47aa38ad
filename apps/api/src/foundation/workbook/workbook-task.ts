import ExcelJS from 'exceljs';

/** One sheet: a header that stays in sight, and rows. */
export interface Sheet { name: string; widths: number[]; header: string[]; rows: (string | number)[][] }

/** Writes a workbook. @returns the bytes of an .xlsx; every text stays a text, also one that begins with = */
export async function run({ sheets }: { sheets: Sheet[] }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '政务新媒体内容中心';
  for (const sheet of sheets) {
    const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = sheet.widths.map((width) => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
    page.addRow(sheet.header).font = { bold: true };
    for (const row of sheet.rows) page.addRow(row);
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.header.length } };
  }
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}
