/** What a question wants to know about its subject; two questions that want different things are not the same question. */
export interface FacetList { version: string; source: string; facets: readonly { facet: string; words: readonly string[] }[] }

export const FACETS: FacetList = {
  version: '2026.11',
  source: '自编：政务咨询常见问法',
  facets: [
    { facet: 'amount', words: ['多少钱', '几块', '几百', '补多少', '发多少', '给多少', '报多少', '报销多少', '能报', '贷多少', '收费', '要钱', '标准', '额度', '金额', '上限', '比例', '租金', '租金多少', '免费', '涨了', '便宜', '贵', '费用'] },
    { facet: 'penalty', words: ['罚多少', '罚款', '处罚', '怎么罚', '会怎样'] },
    { facet: 'time', words: ['多久', '几天', '多少天', '什么时候', '哪天', '几号', '几月', '期限', '时限', '多长时间', '有效期', '到期', '什么时间', '报名时间', '几年', '几个月', '当天', '当场', '年审', '保修期'] },
    { facet: 'place', words: ['去哪', '哪里', '在哪', '到哪', '哪儿', '地点', '地址', '手机上', '网上', '微信上', '窗口'] },
    { facet: 'materials', words: ['材料', '证件', '带什么', '要什么证', '准备什么', '资料', '要带'] },
    { facet: 'who', words: ['哪些人', '什么人', '谁能', '谁可以', '条件', '资格', '收入多少', '多大岁数', '什么样的', '哪些情况', '什么情况', '要满足', '能申请', '可以申请', '能不能申请'] },
    { facet: 'how', words: ['怎么办理', '怎么申请', '怎么领', '如何办理', '如何申请', '流程', '手续', '怎么提取', '怎么报'] },
  ],
};

/** The facets that a normalised question names. 哪里能申请 asks for the place, not for who may. */
export function facetsOf(plain: string, list: FacetList = FACETS): Set<string> {
  const found = new Set<string>();
  for (const { facet, words } of list.facets) if (words.some((word) => plain.includes(word))) found.add(facet);
  return found;
}

/** True when both say what they want and want nothing in common. */
export function facetsDiffer(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return false;
  for (const facet of one) if (other.has(facet)) return false;
  return true;
}
