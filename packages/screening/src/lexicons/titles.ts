import type { NamingOrder, Official, Register } from './registers.js';

const names = `
国务院总理 国务院副总理 国务委员 国家主席 国家副主席 人大代表 政协委员 全国人大代表 全国政协委员
省委书记 市委书记 县委书记 区委书记 州委书记 镇党委书记 乡党委书记 党委书记 党组书记 党工委书记 党总支书记 党支部书记 纪委书记 政法委书记 省委副书记 市委副书记 县委副书记 区委副书记 党委副书记 党组副书记 党组成员 党委委员 市委常委 县委常委 区委常委 省委常委
副省长 副市长 副县长 副区长 副州长 副镇长 副乡长 常务副市长 常务副县长 常务副区长 市长助理 秘书长 副秘书长 人大常委会主任 人大常委会副主任 政协主席 政协副主席 组织部部长 宣传部部长 统战部部长
副庭长 副局长 副厅长 副处长 副科长 副主任 副院长 副校长 副会长 副主席 副总经理 调研员 新闻发言人 法定代表人 党代表 监察委员会主任 法院院长 检察院检察长 检察长 审计长 总工程师 总会计师
`;

export const titles: Register<string> = {
  id: 'politics.titles',
  title: '职务名称正名表',
  version: '2026-11',
  source: '宪法、地方各级人民代表大会和地方各级人民政府组织法及通行职务名称',
  effectiveFrom: null,
  effectiveTo: null,
  entries: names.trim().split(/\s+/),
};

export const orders: Register<NamingOrder> = {
  id: 'politics.orders',
  title: '职务、机构排序表',
  version: '2026-11',
  source: '公文和新闻报道中机构、职务排列的通行次序（据公开资料整理）',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    { title: '机构', items: ['◇委', '◇人大常委会', '◇政府', '◇政协'] },
    { title: '机构', items: ['◇委', '◇人大', '◇政府', '◇政协'] },
    { title: '机构', items: ['中共中央', '全国人大常委会', '国务院', '全国政协', '中央军委'] },
    { title: '机构', items: ['党中央', '国务院', '中央军委'] },
    { title: '职务', items: ['◇委书记', '◇长', '◇人大常委会主任', '◇政协主席'] },
    { title: '地区', items: ['香港', '澳门', '台湾'] },
  ],
};

/** Empty as shipped: names of persons are for the supervising office to keep. */
export const officials: Register<Official> = {
  id: 'politics.officials',
  title: '人员职务名册',
  version: '2026-11',
  source: '主管单位维护的人员职务名册',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [],
};
