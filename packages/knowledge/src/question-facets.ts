/** What a question wants to know about its subject; two questions that want different things are not the same question. */
export interface Facet {
  facet: string;
  /** Ways of asking for it, in normalised text. */
  words: readonly string[];
  /** Source of a regular expression: what a text that answers it says. Empty: nothing in particular. */
  evidence: string;
  /** Facets that are asked for in nearly the same words. */
  near: readonly string[];
}

export interface FacetList { version: string; source: string; facets: readonly Facet[] }

const facet = (name: string, words: string, evidence: string, near = ''): Facet => ({ facet: name, words: words.split(' '), evidence, near: near === '' ? [] : near.split(' ') });

export const FACETS: FacetList = {
  version: '2026.11.2',
  source: '自编：政务咨询常见问法',
  facets: [
    facet('fee', '收费 要钱 要交钱 交钱吗 收钱 免费 工本费 交多少 缴多少 要交多少 费用 自己交吗 要自己交 谁来交 出钱 登记费 服务费 能减 优惠', '元|收费|收取|费用|免费|不缴|缴纳|承担|资助|减免', 'amount'),
    facet('amount', '多少钱 补多少 发多少 给多少 报多少 报销多少 能报 贷多少 返多少 返还多少 领多少 奖励多少 几块 几百 几万 标准 额度 金额 上限 比例 租金 涨了 便宜 贵 怎么算 怎么收 给贴多少 多少利息 固定发 每月发 最高 承担多少', '\\d[\\d.]*(?:万|亿)?元|\\d[\\d.]*[%％]|百分之|分之', 'fee'),
    facet('penalty', '罚多少 罚款 处罚 怎么罚 会怎样', '罚|警告|责令|处'),
    facet('size', '多大面积 面积标准 多少平方 几层 限高 几条 几户 几个学生 最多几个 多少人 一个班', '\\d|[一二三四五六七八九十]'),
    facet('age', '多大岁数 几岁 多少岁 满六岁 年龄 岁的', '周岁|岁|出生', 'who'),
    facet('when', '什么时候 啥时候 哪天 几号 几月 截止 什么时间 报名时间 哪个月 年审 时间', '月|日|季度', 'howlong limit'),
    facet('howlong', '多久 几天 多少天 时限 多长时间 当天 当场 几个月', '\\d+ ?(?:个)?(?:工作日|日|天|小时|个月|年)|当场|即时', 'when limit'),
    facet('limit', '期限 有效期 到期 过期 几年 保修期 几次 重复 一次 续租 延期 最长', '\\d+ ?(?:年|个月|日|次)|[一二三]年', 'howlong when'),
    facet('place', '去哪 哪里 在哪 到哪 哪儿 哪个镇 地点 地址 手机上 网上 微信上 窗口 外地申请', '窗口|中心|小程序|网站|平台|系统|镇|局|派出所|机构|地址', 'how'),
    facet('materials', '材料 证件 带什么 要什么证 准备什么 资料 要带 要不要打印', '提交|携带|提供|出示|凭|持|材料|复印件|原件|申请书|申请表'),
    facet('who', '哪些人 什么人 谁能 谁可以 条件 资格 收入多少 什么样的 哪些情况 什么情况 要满足 裁员率', '符合|条件|年满|可以|能|以上|户籍', 'age'),
    facet('how', '怎么办理 怎么办 怎么申请 怎么领 怎么向 如何 流程 手续 怎么提取 怎么填 自己去申请 自己申请 怎么处理 怎么注销', '申请|办理|提交|通过|登记|向', 'place'),
  ],
};

/** The facets that a normalised question names. 哪里能申请 asks for the place, not for who may. */
export function facetsOf(plain: string, list: FacetList = FACETS): Set<string> {
  const found = new Set<string>();
  for (const { facet: name, words } of list.facets) if (words.some((word) => plain.includes(word))) found.add(name);
  return found;
}

/** How what two questions want goes together: the same, nearly the same, said by one only, or something else. */
export type FacetAgreement = 'same' | 'near' | 'open' | 'other';

export function facetAgreement(one: ReadonlySet<string>, other: ReadonlySet<string>, list: FacetList = FACETS): FacetAgreement {
  if (one.size === 0 && other.size === 0) return 'same';
  if (one.size === 0 || other.size === 0) return 'open';
  for (const name of one) if (other.has(name)) return 'same';
  return list.facets.some(({ facet: name, near }) => one.has(name) && near.some((close) => other.has(close))) ? 'near' : 'other';
}

/** True when the text says something of the kind that each wanted facet asks for. */
export function holdsEvidence(wanted: ReadonlySet<string>, text: string, list: FacetList = FACETS): boolean {
  return list.facets.every(({ facet: name, evidence }) => !wanted.has(name) || evidence === '' || new RegExp(evidence).test(text));
}
