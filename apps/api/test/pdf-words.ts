import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says, without spaces and line breaks. */
export async function wordsOfPdf(bytes: unknown): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes as Buffer), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push((await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''));
  return pages.join('').replace(/\s/g, '');
}
