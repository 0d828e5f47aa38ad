import { QUESTION_REVIEW_REASON_WORDS, type QuestionReviewView } from '@govmedia-hub/contracts';
import { chineseDate } from '@govmedia-hub/working-days';
import type { Sheet } from '../../foundation/workbook/workbook.js';

/** 问答复审 as a workbook, in the order of the last days. */
export function questionReviewSheets(rows: readonly QuestionReviewView[], today: string): Sheet[] {
  return [
    {
      name: '问答复审', widths: [60, 24, 18, 10, 10, 10, 60, 18, 30, 60], header: ['问答', '原因', '期限', '是否逾期', '说没用', '说有用', '群众写的原因', '上次审核', '负责单位', '期限怎么算的'],
      rows: rows.map((row) => [row.question, row.reasons.map((reason) => QUESTION_REVIEW_REASON_WORDS[reason]).join('、'), chineseDate(row.dueOn), row.overdue ? '逾期' : '', row.unhelpful, row.helpful, row.said.join('\n'), chineseDate(row.lastConfirmation?.on ?? row.reviewedOn), row.orgName, row.dueExplained.join('\n')]),
    },
    { name: '说明', widths: [60], header: ['说明'], rows: [[`生成日期：${chineseDate(today)}`], [`共${rows.length}个问答`]] },
  ];
}
