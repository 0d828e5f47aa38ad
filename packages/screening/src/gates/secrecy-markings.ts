import type { Page } from '../page.js';

interface Marking {
  rule: 'secrecy.marking' | 'secrecy.marking-mention' | 'secrecy.draft';
  pattern: RegExp;
  message: string;
}

/** Marks of classified and internal papers as they stand on a page; the words in running prose (国家秘密) are not marks. */
const markings: readonly Marking[] = [
  { rule: 'secrecy.marking', pattern: /(?:绝\s?密|机\s?密|秘\s?密)\s*[★☆](?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:年|个月)|\s*长期|\s*启用前)?/g, message: '涉密标志：本系统为非涉密系统，严禁录入涉密信息' },
  { rule: 'secrecy.marking', pattern: /(?<=^|\n)[ \t　]*[【〔（([]?(?:绝\s?密|机\s?密|秘\s?密)(?:[ \t　]*[*＊:：\-—][ \t　]*)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})年|长期)?[】〕）)\]]?[ \t　]*(?=\n|$)/g, message: '涉密标志：本系统为非涉密系统，严禁录入涉密信息' },
  { rule: 'secrecy.marking', pattern: /(?:(?<![\u4e00-\u9fff])|(?<=文件|公文|材料|资料|定密))密级(?:为)?\s*[:：]\s*(?:绝密|机密|秘密|内部)/g, message: '涉密标志：本系统为非涉密系统，严禁录入涉密信息' },
  { rule: 'secrecy.marking', pattern: /[【〔（([](?:绝密|机密|秘密|内部资料|内部文件|内部使用|内部参考|内部传阅|工作秘密|不得外传|严禁外传|注意保存)(?:[ ，、★]*(?:\d{1,2}年|注意保存|不得外传|严禁外传|请勿外传|妥善保管))*[】〕）)\]]/g, message: '涉密或内部标志，不得公开' },
  { rule: 'secrecy.marking', pattern: /内部(?:资料|文件|材料|使用|刊物|参考|参阅|传阅)[ 　，、·：:；]{0,2}(?:注意保存|请?注意保密|不得外传|严禁外传|请勿外传|禁止外传|妥善保管|不得翻印|阅后收回|阅后即焚|严禁翻印)/g, message: '内部标志，不得公开' },
  { rule: 'secrecy.marking', pattern: /(?<=^|\n)[ \t　]*(?:内部资料|内部文件|内部材料|内部使用|内部参考|内部传阅|内部参阅|内部刊物|内参|工作秘密|注意保存|不得外传|严禁外传|仅供内部使用|仅供内部参阅|仅供内部参考|阅后收回)[ \t　]*(?=\n|$)/g, message: '内部标志，不得公开' },
  { rule: 'secrecy.marking', pattern: /(?:份号|份\s号)\s*[:：]?\s*\d{1,6}(?!\d)/g, message: '份号只用于涉密公文，请核对后删除' },
  { rule: 'secrecy.marking', pattern: /[（(]?此件(?:不予?公开|不宜公开|不得公开|依申请公开|为内部文件|内部掌握)[)）]?/g, message: '公开属性不是主动公开，不得发布' },
  { rule: 'secrecy.marking', pattern: /[（(](?:依申请公开|不予公开|不公开)[)）](?=[ \t　]*(?:\n|$))/g, message: '公开属性不是主动公开，不得发布' },
  { rule: 'secrecy.marking-mention', pattern: /内部(?:资料|文件|材料)[，,：:]\s*(?:不得|不予|不宜|严禁|禁止|请勿)(?:对外)?公开/g, message: '疑似内部标志，请核对能否公开' },
  { rule: 'secrecy.marking-mention', pattern: /(?:绝密|机密|秘密)级?[，、：:\s]*保密期限[为：:\s]*\d{1,2}年/g, message: '疑似密级和保密期限，请核对能否公开' },
  { rule: 'secrecy.marking-mention', pattern: /(?<=^|\n)[ \t　]*(?:特急|加急|特提|明电|密电|急件)[ \t　]*(?=\n|$)|(?:发电单位|签批盖章)[^\n]{0,20}(?:特急|加急|特提|明电)/g, message: '紧急程度、电报标志，请核对是否可以公开' },
  { rule: 'secrecy.marking-mention', pattern: /(?:[（(【]内部[)）】]|(?:会后|阅后|用后)(?:请?(?:收回|退回|销毁))|仅供内部(?:使用|参考|掌握|传阅)|(?:不得|严禁|请勿|禁止)(?:对外|向外)?(?:外传|外泄|扩散)(?=[。；！）)】\s]|$)|(?:本件|此件|本文件|本资料|本材料|本通知)(?:不得|严禁|不宜|不予)(?:对外|向社会|上网)?(?:公开|发布|公布|传播|提供)|(?<!应当|妥善|长期|永久|注意)注意保存(?!期|好|原始|相关|有关|票据|收据|好)|阅后(?:即焚|收回)|内部掌握)/g, message: '疑似内部标志，请核对是否可以公开' },
  { rule: 'secrecy.draft', pattern: /(?<=^|\n)[^\n]{0,40}?(?<=^|\n|[ \t　《(（])(?:送审稿|讨论稿|初稿|草稿|审议稿|修改稿|样稿|清样|汇报稿|内部讨论稿)[ \t　]*(?=\n|$)|[（(](?:送审稿|[^（）()\n]{0,10}(?:送审稿|讨论稿|审议稿|修改稿)|讨论稿|初稿|草稿|内部讨论稿|审议稿|修改稿|征求意见稿?)[)）]/g, message: '疑似未定稿，请核对是否为正式文本' },
];

/** Reports each mark once; a wider mark hides a narrower one. */
export function checkMarkings(page: Page): void {
  const taken: [number, number][] = [];
  for (const { rule, pattern, message } of markings) {
    for (const match of page.text.matchAll(pattern)) {
      const lead = match[0].search(/\S/);
      const start = match.index + Math.max(0, lead);
      const end = start + match[0].trim().length;
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      taken.push([start, end]);
      page.report(rule, start, end, message);
    }
  }
}
