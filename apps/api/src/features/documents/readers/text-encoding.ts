import { Unreadable } from './reading-limits.js';

/**
 * The characters that official Chinese uses most. Real text consists of them to well over a third; text decoded with the
 * wrong table hardly at all.
 */
const COMMON = new Set('的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府给光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职觉汉画功巴跟虽杂飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良轴找否纪益依优顶础载倒房突坐粉敌略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚汽村云哪既距卫停烈央察烧迅境若印洲刻括激孔搞甚室待核校散侵吧甲游久菜味旧模湖货损预阻毫普稳乙妈植息扩银语挥酒守拿序纸医缺雨吗针刘啊急唱误训愿审附获茶鲜粮斤孩脱硫肥善龙演父渐血欢械掌歌沙刚攻谓盾讨晚粒乱燃矛乎杀药宁鲁贵钟煤读班伯香介迫句丰培握兰担弦蛋沉假穿执答乐谁顺烟缩征脸喜松脚困异免背星福买染井概慢怕磁倍祖皇促静补评翻肉践尼衣宽扬棉希伤操垂秋宜氢套督振架亮末宪庆编牛触映雷销诗座居抓裂胞呼娘景威绿晶厚盟衡鸡孙延危胶屋乡临陆顾掉呀灯岁措束耐剧玉赵跳哥季课凯胡额款绍卷齐伟蒸殖永宗苗川炉岩弱零杨奏沿露杆探滑镇饭浓航怀赶库夺伊灵税途灭赛归召鼓播盘裁险康唯录菌纯借糖盖横符私努堂域枪润幅哈竟熟虫泽脑壤碳欧遍侧寨敢彻虑斜薄庭纳弹饲伸折麦湿暗荷瓦塞床筑恶户访塔奇透梁刀旋迹卡氯遇份毒泥退洗摆灰彩卖耗夏择忙铜献硬予繁圈雪函亦抽篇阵阴丁尺追堆雄迎泛爸楼避谋吨野猪旗累偏典馆索秦脂潮爷豆忽托惊塑遗愈朱替纤粗倾尚痛楚谢奋购磨君池旁碎骨监捕弟暴割贯殊释词亡壁顿宝午尘闻揭炮残冬桥妇警综招吴付浮遭徐您摇谷赞箱隔订男吹园纷唐败宋玻巨耕坦荣闭湾键凡驻锅救恩剥凝碱齿截炼麻纺禁废盛版缓净睛昌婚涉筒嘴插岸朗庄街藏姑贸腐奴啦惯乘恢匀纱扎辩耳彪臣亿璃抵脉秀萨俄网舞店喷纵寸汗挂洪贺闪柬爆烯津稻墙软勇像滚厘蒙芳肯坡柱荡腿仪旅尾轧冰贡登黎削钻勒逃障氨郭峰币港伏轨亩毕擦莫刺浪秘援株健售股岛甘泡睡童铸汤阀休汇舍牧绕炸哲磷绩朋淡尖启陷柴呈徒颜泪稍忘泵蓝拖洞授镜辛壮锋贫虚弯摩泰幼廷尊窗纲弄隶疑氏宫姐震瑞怪尤琴循描膜违夹腰缘珠穷森枝竹沟催绳忆邦剩幸浆栏拥牙贮礼滤钠纹罢拍咱喊袖埃勤罚焦潜伍墨欲缝姓刊饱仿奖铝鬼丽跨默挖链扫喝袋炭污幕诸弧励梅奶洁灾舟鉴苯讼抱毁懂寒智埔寄届跃渡挑丹艰贝碰拔爹戴码梦芽熔赤渔哭敬颗奔铅仲虎稀妹乏珍申桌遵允隆螺仓魏锐晓氮兼隐碍赫拨忠肃缸牵抢博巧壳兄杜讯诚碧祥柯页巡矩悲灌龄伦票寻桂铺圣恐恰郑趣抬荒腾贴柔滴猛阔辆妻填撤储签闹扰紫砂递戏吊陶伐喂疗瓶婆抚臂摸忍虾蜡邻胸巩挤偶弃槽劲乳邓吉仁烂砖租乌舰伴瓜浅丙暂燥橡柳迷暖牌秧胆详簧踏瓷谱呆宾糊洛辉愤竞隙怒粘乃绪肩籍敏涂熙皆侦悬掘享纠醒狂锁淀恨牲霸爬赏逆玩陵祝秒浙貌');

/** Characters that UTF-8 Chinese turns into when it is read as GBK. */
const TWICE_DECODED = /[锛銆鐨涓鍏浜绛鍙鍥鎴搴瀹锟斤拷鏄鏂鍦閮]/g;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of common characters among the Chinese ones; 1 when there are too few to judge. */
function commonShare(text: string): number {
  let chinese = 0;
  let common = 0;
  for (const c of text.slice(0, 20_000)) {
    if (c < '\u4e00' || c > '\u9fff') continue;
    chinese++;
    if (COMMON.has(c)) common++;
  }
  return chinese < 20 ? 1 : common / chinese;
}

/** Why a decoded text is not what its author wrote; null when nothing speaks against it. */
export function mojibakeReason(text: string): string | null {
  const sample = text.slice(0, 20_000);
  if (/锟斤拷|烫烫烫|屯屯屯/.test(sample)) return '文字是乱码（出现“锟斤拷”一类字符），保存时编码已损坏，请用原文件重新导出';
  const lost = sample.match(/\ufffd/g)?.length ?? 0;
  if (lost >= 3 && lost > sample.length / 500) return '文字中有大量无法识别的字符（�），保存时编码已损坏，请用原文件重新导出';
  const latin = sample.match(/[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/g)?.length ?? 0;
  const wide = sample.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  if (latin >= 10 && latin > wide * 0.5 && (sample.match(/[ÃÂåäæçèéï][\u0080-\u00bf\u0152-\u2122]/g)?.length ?? 0) > 4) return '文字是乱码（中文被当作西文读出），请用原文件重新导出为 UTF-8';
  const chinese = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const twice = sample.match(TWICE_DECODED)?.length ?? 0;
  if (chinese >= 20 && (twice > chinese * 0.08 || commonShare(sample) < 0.25)) return '文字是乱码（编码被认错后保存），请用原文件重新导出为 UTF-8';
  return null;
}

/** Whether bytes are not text at all. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of sample) if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27)) control++;
  return control > sample.length / 500;
}

/** Text in UTF-16 without a mark: of the two byte orders the one that gives common Chinese; null when neither does. */
function decodeUnmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, 4_096).includes(0)) return null;
  let best: { text: string; share: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decode(bytes, encoding);
    if (text === null || text.includes('\u0000')) continue;
    const sample = [...text.slice(0, 20_000)].filter((c) => c.trim() !== '');
    const share = sample.filter((c) => COMMON.has(c) || c <= '\u007f').length / Math.max(1, sample.length);
    if (share > (best?.share ?? 0.4) && sample.some((c) => COMMON.has(c))) best = { text, share };
  }
  return best?.text ?? null;
}

/**
 * Text of bytes in UTF-8, UTF-16 or GB18030 (which includes GBK and GB2312), told by their mark or by what decodes cleanly.
 * @param declared encoding that the file itself names (a meta tag), tried first when no mark stands
 * @throws Unreadable for binary files, unknown encodings and mojibake
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  if (bytes.length === 0) throw new Unreadable('文件是空的');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  let text: string | null = null;
  if (marked) {
    text = decode(bytes, marked);
    if (text === null) throw new Unreadable(`文件标明是 ${marked.toUpperCase()} 编码，内容却不是，文件可能已损坏`);
  } else {
    text = decodeUnmarkedUtf16(bytes);
    if (text === null && looksBinary(bytes)) throw new Unreadable('这是二进制文件，不是文本');
    const gb = declared !== undefined && /^(?:gb|x-gbk)/i.test(declared);
    text ??= gb ? decode(bytes, 'gb18030') ?? decode(bytes, 'utf-8') : decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
    if (text === null) throw new Unreadable('认不出文字编码（不是 UTF-8、UTF-16 或 GB18030），请另存为 UTF-8 后再导入');
  }
  const reason = mojibakeReason(text);
  if (reason) throw new Unreadable(reason);
  return text.replace(/^\ufeff/, '');
}
