import { createHash } from 'node:crypto';
import type { GazetteIssueEntity, GazetteItemEntity } from './gazette.entity.js';

type Heading = Pick<GazetteItemEntity, 'title' | 'docNumber' | 'issuer' | 'signedOn'>;
export type IssueHeading = Pick<GazetteIssueEntity, 'masthead' | 'year' | 'issueNo' | 'totalNo' | 'publishedOn'>;

/** 2026年第3期（总第15期） */
export const issueName = ({ year, issueNo, totalNo }: Pick<GazetteIssueEntity, 'year' | 'issueNo' | 'totalNo'>): string => `${year}年第${issueNo}期${totalNo === null ? '' : `（总第${totalNo}期）`}`;

/** The text file of an item: what its digest is taken over, and what the PDF prints. */
export function itemText({ title, docNumber, issuer, signedOn, text }: Heading & { text: string }): string {
  const named = [['文号', docNumber], ['制发机关', issuer], ['成文日期', signedOn]].flatMap(([name, value]) => (value ? [`${name}：${value}`] : []));
  return `${[title, ...named].join('\n')}\n\n${text.trimEnd()}\n`;
}

/** The text file of a whole issue. */
export function issueText(issue: IssueHeading, items: readonly (Heading & { section: string; text: string })[]): string {
  return `${[issue.masthead, issueName(issue), `出版日期：${issue.publishedOn}`].join('\n')}\n\n${items.map((item) => `【${item.section}】\n${itemText(item)}`).join('\n')}`;
}

export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** 云溪市人民政府文件: what stands above number and title on the first page. */
const LETTERHEAD = /(?:文件|公报|办公室文件|命令|令)$/;
const LETTERHEAD_LINES = 4;

const folded = (line: string): string => line.replace(/[^\p{L}\p{N}]/gu, '');

/** A document's text without the number and the title at its head, which an issue sets apart. */
export function bodyOf({ title, docNumber, text }: { title: string; docNumber: string | null; text: string }): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const number = folded(docNumber ?? '');
  let rest = folded(title);
  let at = 0;
  for (; at < lines.length && rest !== ''; at++) {
    const line = folded(lines[at]!);
    if (line === '' || line === number) continue;
    if (!rest.startsWith(line) && rest === folded(title) && at < LETTERHEAD_LINES && LETTERHEAD.test(line)) continue;
    if (!rest.startsWith(line)) break;
    rest = rest.slice(line.length);
  }
  return (rest === '' ? lines.slice(at) : lines).join('\n').replace(/^\s*\n/, '').trimEnd();
}
