const RULE = '《中华人民共和国政府信息公开条例》';

/** A matter that must be made public. */
export interface DisclosureItem {
  code: string;
  name: string;
  topic: string;
  basis: string;
  /** Every unit has the duty, or those to which the supervising unit assigned it. */
  duty: 'every_unit' | 'assigned';
  /** To be brought up to date at least so often; null when only a change asks for it. */
  months: number | null;
  /** Where a disclosure is known without being recorded by hand. */
  known: 'documents' | 'guides' | null;
}

export interface DisclosureCatalogue {
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  /** So many days before its day a matter is due soon. */
  soonDays: number;
  items: readonly DisclosureItem[];
}

const item = (code: string, number: string, name: string, topic: string, months: number | null, more: Partial<Pick<DisclosureItem, 'duty' | 'known'>> = {}): DisclosureItem => ({
  code, name, topic, basis: `${RULE}第二十条第（${number}）项`, duty: 'assigned', months, known: null, ...more,
});

/** Versions of the catalogue, oldest first. What is public is the law's; how often a matter is brought up to date is this product's default and may be replaced by each place. */
export const DISCLOSURE_CATALOGUES: readonly DisclosureCatalogue[] = [
  {
    version: '2026.1', source: `${RULE}第二十条、第二十一条；更新周期为本系统默认值，可由各地替换`, effectiveFrom: '2019-05-15', effectiveTo: null, soonDays: 30,
    items: [
      item('documents', '一', '行政规范性文件和其他政策文件', '政策文件', 6, { duty: 'every_unit', known: 'documents' }),
      item('duties', '二', '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名', '机构信息', 12, { duty: 'every_unit' }),
      item('plans', '三', '国民经济和社会发展规划、专项规划、区域规划及相关政策', '规划统计', 12),
      item('statistics', '四', '国民经济和社会发展统计信息', '规划统计', 12),
      item('permits', '五', '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果', '办事服务', 12, { known: 'guides' }),
      item('penalties', '六', '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定', '执法监管', 12),
      item('budget', '七', '财政预算、决算信息', '财政收费', 12),
      item('fees', '八', '行政事业性收费项目及其依据、标准', '财政收费', 12),
      item('procurement', '九', '政府集中采购项目的目录、标准及实施情况', '财政收费', 12),
      item('projects', '十', '重大建设项目的批准和实施情况', '重大项目', 12),
      item('livelihood', '十一', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况', '民生保障', 12),
      item('emergencies', '十二', '突发公共事件的应急预案、预警信息及应对情况', '应急管理', 12),
      item('supervision', '十三', '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', '执法监管', 12),
      item('recruitment', '十四', '公务员招考的职位、名额、报考条件等事项以及录用结果', '机构信息', null),
      { ...item('local', '', '市政建设、公共服务、公益事业、土地征收、房屋征收、治安管理、社会救助等方面的政府信息', '民生保障', 12), basis: `${RULE}第二十一条` },
      { ...item('township', '', '贯彻落实农业农村政策、农田水利工程建设运营、农村土地承包经营权流转、宅基地使用情况审核、土地征收、房屋征收、筹资筹劳、社会救助等方面的政府信息（乡镇）', '乡镇公开', 12), basis: `${RULE}第二十一条` },
      item('other', '十五', '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息', '其他', null),
    ],
  },
];

/** The catalogue in force on a day; before the first of all, the first. */
export const disclosureCatalogueOn = (on: string, catalogues = DISCLOSURE_CATALOGUES): DisclosureCatalogue => catalogues.find(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo)) ?? catalogues[0]!;
