import { DISCLOSURE_STATE_WORDS, type StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import { chineseDate } from '@govmedia-hub/working-days';
import type { Sheet } from '../../foundation/workbook/workbook.js';

const day = (on: string | null): string => (on === null ? '' : chineseDate(on));

/** 主动公开目录 as a workbook: every duty, and the gaps by unit. */
export function disclosureSheets({ on, rules, duties, gaps }: StaffDisclosureItemsView): Sheet[] {
  return [
    {
      name: '目录', widths: [30, 14, 60, 40, 14, 18, 18, 16, 60, 10], header: ['单位', '主题', '应公开事项', '依据', '更新周期', '最近公开', '应更新日期', '状态', '最近一条', '条数'],
      rows: duties.map((duty) => [duty.orgName, duty.topic, duty.itemName, duty.basis, duty.months === null ? '有变动时' : `${duty.months}个月`, day(duty.lastOn), day(duty.dueOn), DISCLOSURE_STATE_WORDS[duty.state].label, duty.entries[0]?.title ?? '', duty.disclosed]),
    },
    { name: '各单位缺口', widths: [36, 12, 14, 14, 12], header: ['单位', '尚未公开', '逾期未更新', '近期应更新', '按期公开'], rows: gaps.map((unit) => [unit.orgName, unit.missing, unit.overdue, unit.dueSoon, unit.current]) },
    { name: '说明', widths: [90], header: ['规则'], rows: [...rules, `生成日期：${chineseDate(on)}`].map((rule) => [rule]) },
  ];
}
