/** What no library of one city can answer, whatever words it shares with the question. Data: a change needs a new version. */
export interface NotForTheLibrary {
  version: string;
  source: string;
  /** Names of provinces and cities; one that the texts at hand do not name asks for another place's rules. */
  places: readonly string[];
  /** Sources of regular expressions: what stands in a person's own file and in no rule. */
  personal: readonly string[];
  /** The same for what a doctor or a lawyer must be asked. */
  professional: readonly string[];
}

export const NOT_FOR_THE_LIBRARY: NotForTheLibrary = {
  version: '2026.11.2',
  source: '地名：省级行政区和地级市名称（民政部行政区划）；个人事项、诊疗和诉讼：自编，政务咨询中查本人办理情况、问病、问官司的常见说法',
  places: (
    '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 唐山 ' +
    '秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 ' +
    '营口 阜新 辽阳 盘锦 铁岭 朝阳市 葫芦岛 长春 四平 辽源 通化 白山市 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 ' +
    '连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山市 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 ' +
    '莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 ' +
    '洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 ' +
    '张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山市 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海市 防城港 钦州 ' +
    '贵港 玉林 百色 贺州 河池 来宾市 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 ' +
    '曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 拉萨 日喀则 昌都 林芝 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银市 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 ' +
    '银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密'
  ).split(' '),
  personal: [
    '(?:余额|密码|账号|编号|卡号).{0,4}(?:多少|是啥|是什么|忘|怎么查|查询)',
    '(?:审|办|批|走)到(?:哪|第几)',
    '(?:打|发|到)(?:了没|没有?到|到账没|账了?没)|到账没|到账了吗|发了没|批了没|批下来没',
    '(?:帮我|给我)(?:查|看)(?:一?下)?.{0,8}(?:的|有没有)',
    '(?:邻居|同事|别人|隔壁|他们?家|她们?家).{0,8}(?:怎么批|怎么办下来|多少工资|挣多少|有没有领|领了多少)',
  ],
  professional: [
    '吃(?:什么|啥|哪种).{0,4}药|要不要(?:吃药|打针|住院|手术)|能不能吃|能吃.{0,6}吗|挂(?:什么|哪个)科',
    '(?:打|要打|得打).{0,3}几针|怎么(?:治|消炎|止疼|退烧)|(?:疼|痒|咳嗽|发烧|拉肚子|流血|发炎).{0,6}怎么办|(?:几个?月|多大|几岁).{0,4}(?:翻身|长牙|断奶|走路|学说话|吃辅食)',
    '怎么(?:起诉|打官司|打赢)|判(?:给谁|几年|多久|多少年)|(?:告|起诉).{0,4}(?:赢|得了)|归谁|有份吗|房东.{0,6}(?:赶人|赶我|涨租|不退|扣)|押金.{0,4}(?:不退|被扣)|(?:欠|借).{0,6}不还',
  ],
};

/** True when a normalised question asks for another place's rules or for what stands in a person's own file or is a doctor's or a lawyer's to say. */
export function isNotForTheLibrary(plain: string, atHand: readonly string[], list: NotForTheLibrary = NOT_FOR_THE_LIBRARY): boolean {
  if ([...list.personal, ...list.professional].some((pattern) => new RegExp(pattern).test(plain))) return true;
  return list.places.some((place) => plain.includes(place) && !atHand.some((text) => text.includes(place)));
}
