/** One unit of measure as texts write it. */
export interface UnitForm {
  /** Pattern source over normalised text. */
  form: string;
  /** What it is called in results. */
  unit: string;
  kind: 'amount' | 'percentage' | 'duration' | 'count';
  factor?: number;
}

/** Units of official texts, longest forms first where one begins another. Measures after 法定计量单位 in everyday spelling. */
export const UNITS: readonly UnitForm[] = [
  { form: '个?百分点', unit: '百分点', kind: 'percentage' },
  { form: '%', unit: '%', kind: 'percentage' },
  { form: '‰', unit: '‰', kind: 'percentage' },
  { form: '(?:人民币)?元(?:人民币)?', unit: '元', kind: 'amount' },
  { form: '美元', unit: '美元', kind: 'amount' },
  { form: '港元', unit: '港元', kind: 'amount' },
  { form: '欧元', unit: '欧元', kind: 'amount' },
  { form: '块钱', unit: '元', kind: 'amount' },
  { form: '角钱?(?![度色落逐])', unit: '元', kind: 'amount', factor: 0.1 },
  { form: '个?工作日', unit: '工作日', kind: 'duration' },
  { form: '个?自然日', unit: '日', kind: 'duration' },
  { form: '个?日历日', unit: '日', kind: 'duration' },
  { form: '[日天](?![常前元])', unit: '日', kind: 'duration' },
  { form: '个?(?:周|星期)(?![年岁边围])', unit: '周', kind: 'duration' },
  { form: '个月', unit: '月', kind: 'duration' },
  { form: '个?季度', unit: '季度', kind: 'duration' },
  { form: '周年', unit: '年', kind: 'duration' },
  { form: '年(?![级级度代])', unit: '年', kind: 'duration' },
  { form: '个?(?:小时|钟头)', unit: '小时', kind: 'duration' },
  { form: '分钟', unit: '分钟', kind: 'duration' },
  { form: '秒钟?', unit: '秒', kind: 'duration' },
  { form: '周岁|岁', unit: '岁', kind: 'count' },
  { form: '平方公里|平方千米|km2|km²', unit: '平方公里', kind: 'count' },
  { form: '平方米|平米|㎡|m2|m²', unit: '平方米', kind: 'count' },
  { form: '立方米|m3|m³', unit: '立方米', kind: 'count' },
  { form: '公里|千米|km', unit: '公里', kind: 'count' },
  { form: '毫米|mm', unit: '毫米', kind: 'count' },
  { form: '厘米|cm', unit: '厘米', kind: 'count' },
  { form: '米', unit: '米', kind: 'count' },
  { form: '公顷', unit: '公顷', kind: 'count' },
  { form: '亩', unit: '亩', kind: 'count' },
  { form: '公斤|千克|kg', unit: '公斤', kind: 'count' },
  { form: '吨', unit: '吨', kind: 'count' },
  { form: '毫克', unit: '毫克', kind: 'count' },
  { form: '克(?![服制扣])', unit: '克', kind: 'count' },
  { form: '毫升', unit: '毫升', kind: 'count' },
  { form: '千瓦时|度电', unit: '千瓦时', kind: 'count' },
  { form: '千瓦|kw', unit: '千瓦', kind: 'count' },
  { form: '摄氏度|℃', unit: '摄氏度', kind: 'count' },
  { form: '分贝', unit: '分贝', kind: 'count' },
  { form: '倍', unit: '倍', kind: 'count' },
  { form: '人次', unit: '人次', kind: 'count' },
  { form: '人(?![民大类员才均事防力社生体])', unit: '人', kind: 'count' },
  { form: '名(?![录单称义])', unit: '人', kind: 'count' },
  { form: '位(?![置于数])', unit: '人', kind: 'count' },
  { form: '户(?![籍口外])', unit: '户', kind: 'count' },
  { form: '家(?![庭长属园])', unit: '家', kind: 'count' },
  { form: '个', unit: '个', kind: 'count' },
  { form: '项(?![目])', unit: '项', kind: 'count' },
  { form: '条(?![件例约款])', unit: '条', kind: 'count' },
  { form: '件', unit: '件', kind: 'count' },
  { form: '次(?![日要年性])', unit: '次', kind: 'count' },
  { form: '份(?![额])', unit: '份', kind: 'count' },
  { form: '套(?![餐取])', unit: '套', kind: 'count' },
  { form: '台(?![账阶风])', unit: '台', kind: 'count' },
  { form: '辆', unit: '辆', kind: 'count' },
  { form: '张', unit: '张', kind: 'count' },
  { form: '页', unit: '页', kind: 'count' },
  { form: '所(?![有得在谓属以])', unit: '所', kind: 'count' },
  { form: '处(?![理罚分置以于])', unit: '处', kind: 'count' },
  { form: '座(?![谈位])', unit: '座', kind: 'count' },
  { form: '类(?![似别])', unit: '类', kind: 'count' },
  { form: '种(?![子植养])', unit: '种', kind: 'count' },
  { form: '批(?![准次复评])', unit: '批', kind: 'count' },
  { form: '分(?![别担享摊红流派期段为之类级散布局支工析配钟公期层])', unit: '分', kind: 'count' },
  { form: '支(?![持付出部])', unit: '支', kind: 'count' },
  { form: '门(?![户槛诊])', unit: '门', kind: 'count' },
  { form: '本(?![级市省区县法办条人单部着次])', unit: '本', kind: 'count' },
  { form: '字(?![号样])', unit: '字', kind: 'count' },
];

/** How a quantity is bounded by the words before and after it; the longest form wins. 以上、以下、以内 include the number itself (刑法 第九十九条, 民法典 第一千二百五十九条). */
export const BOUNDS: { readonly before: readonly (readonly [string, Direction])[]; readonly after: readonly (readonly [string, Direction])[] } = {
  before: [
    ['不(?:得|能|应|宜)?(?:超过|高于|多于|大于|超出|晚于|迟于)|最多|最高|至多|最长|最迟|上限(?:为|是)?', 'at_most'],
    ['不(?:得|能|应|宜)?(?:低于|少于|小于|短于|早于)|至少|最少|最低|最短|下限(?:为|是)?|(?<![不未圆])满', 'at_least'],
    ['低于|少于|小于|不足|不满|未满|不到|未达到|未达', 'less_than'],
    ['超过|高于|多于|大于|超出|逾', 'more_than'],
  ],
  after: [
    ['(?:及|及其|或者|或)?以内|之内|内|(?:\\(含\\))?(?:及)?以下', 'at_most'],
    ['(?:\\(含\\))?(?:及)?以上', 'at_least'],
  ],
};

export type Direction = 'at_most' | 'at_least' | 'less_than' | 'more_than';
