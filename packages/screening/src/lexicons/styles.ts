import { wrongForms } from './line-format.js';
import type { PatternRule, Register, WrongForm } from './registers.js';

const H = '[\\u4e00-\\u9fff]';
const N = '[\\d一二两三四五六七八九十百千万亿.,]';

export const styles: Register<PatternRule> = {
  id: 'text.styles',
  title: '标点、数字、计量单位写法',
  version: '2026-11',
  source: 'GB/T 15834—2011、GB/T 15835—2011、GB/T 9704—2012、国务院关于在我国统一实行法定计量单位的命令',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    // GB/T 15834: marks. The mark stands first and what must lie before it second: the other way round every character is asked.
    { rule: 'text.punctuation.half-width', pattern: `([,;:?!])(?<=(?:${H}|[》”）])[,;:?!])(?=${H}|[《“（]|$|\\n)`, group: 1, message: '中文语句中应使用全角标点', replace: null, severity: 'warn' },
    { rule: 'text.punctuation.half-width', pattern: `\\.(?<=(?:${H}{4}|[》”）])\\.)(?=$|\\n|[ \\u3000]*${H}{3})`, message: '句末应使用句号“。”', replace: '。', severity: 'warn' },
    { rule: 'text.punctuation.half-width', pattern: `\\((?<=${H}\\()(?=${H}[^()（）\\n]{0,60}\\))`, message: '中文语句中应使用全角括号', replace: '（', severity: 'note' },
    { rule: 'text.punctuation.half-width', pattern: `\\)(?<=${H}\\(${H}[^()（）\\n]{0,60}\\))`, message: '中文语句中应使用全角括号', replace: '）', severity: 'note' },
    { rule: 'text.repeated', pattern: '(?<![\\u4e00-\\u9fff][、])(?!(.)\\1)([\\u4e00-\\u9fff]{2})\\2(?![\\u4e00-\\u9fff]?[、])', message: '词语疑为重复', replace: '$2', severity: 'note' },
    { rule: 'text.repeated', pattern: '(?<![\\u4e00-\\u9fff][、])(?![的等和与及或了是在]|.?每)([\\u4e00-\\u9fff]{2,7}[^\\u0000-\\u4dff的等和与及或人者])\\1(?![、])', message: '词语重复', replace: '$1', severity: 'warn' },
    { rule: 'text.punctuation.conflict', pattern: '[，、；](?=\\s*$)(?<=[\\u4e00-\\u9fff]{8}[，、；])', message: '全文结束处应为句号', replace: '。', severity: 'warn' },
    { rule: 'text.punctuation.repeated', pattern: '([，、；：。])\\1(?!。)', message: '标点重复', replace: '$1', severity: 'warn' },
    { rule: 'text.punctuation.repeated', pattern: '。{3,}|，{3,}', message: '省略号应写作“……”', replace: '……', severity: 'warn' },
    { rule: 'text.punctuation.conflict', pattern: '[，、；：](?=[，、；：。？！])(?!([，、；：])(?=\\1))[，、；：。？！]|。[，、；：？！]|[？！][，、；：。]', message: '两个标点连用，应只保留一个', replace: null, severity: 'warn' },
    { rule: 'text.punctuation.before-deng', pattern: '、(?=等(?!级|价|高|额|候|待|值|同|效|离子|高线|压|距|量|次|边|分|温|外级|于|位|深|线))', message: '“等”前不用顿号', replace: '', severity: 'warn' },
    { rule: 'text.punctuation.before-he', pattern: '、(?=(?:以?及|和|与)(?!谐|平|解|睦|美|善|田|县|顺|龙|静|硕|林|布克|政|好|风|会|时|格|音|约|声|局|气|室|衷|服|面|悦|煦|第|本|其|药|息))', message: '顿号不与连词“和、与、及”连用', replace: '', severity: 'note' },
    { rule: 'text.punctuation.between-marks', pattern: '(?<=[》”])、(?=[《“])', message: '并列的书名号、引号之间通常不用顿号', replace: '', severity: 'note' },
    { rule: 'text.punctuation.straight-quotes', pattern: `(?<=${H}|[，。、：；])"(?=${H})|(?<=${H}|[。？！])"(?=${H}|[，。、；]|$|\\n)`, message: '中文语句中应使用弯引号“ ”', replace: null, severity: 'note' },
    { rule: 'text.punctuation.ellipsis', pattern: `(?<=${H})\\.{3,6}`, message: '省略号应写作“……”', replace: '……', severity: 'note' },
    { rule: 'text.punctuation.ellipsis', pattern: '……等(?=[，。；）]|$|\\n)|等……', message: '省略号与“等”只用其一', replace: '等', severity: 'warn' },
    { rule: 'text.punctuation.list-label', pattern: '(?<=^|\\n)[ \\u3000]*[一二三四五六七八九十]{1,3}([.．，])(?=[ \\u3000]*[\\u4e00-\\u9fff])', group: 1, message: '“一、”层次序号后用顿号', replace: '、', severity: 'note' },
    { rule: 'text.punctuation.list-label', pattern: '(?<=^|\\n)[ \\u3000]*（[一二三四五六七八九十]{1,3}）(、|，|\\.)', group: 1, message: '“（一）”后不加标点', replace: '', severity: 'note' },
    { rule: 'text.punctuation.list-label', pattern: '第[一二三四五六七八九十](?<!第)、(?=[\\u4e00-\\u9fff]{2})(?![一二三四五六七八九十])', message: '“第一”后用逗号', replace: null, severity: 'note' },
    // GB/T 15835: numbers
    { rule: 'text.number.mixed-date', pattern: '(?:19|20)\\d{2}年[一二三四五六七八九十]{1,3}月(?:(?:[一二三四五六七八九十]{1,3}|\\d{1,2})日)?|(?:19|20)\\d{2}年\\d{1,2}月[一二三四五六七八九十]{1,3}日|[一二][〇零一二三四五六七八九]{3}年\\d{1,2}月(?:(?:[一二三四五六七八九十]{1,3}|\\d{1,2})日)?|[一二][〇零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月\\d{1,2}日|(?<![年\\d])\\d{1,2}月[一二三四五六七八九十]{1,3}日|(?<![〇零一二三四五六七八九十年])[一二三四五六七八九十]{1,3}月\\d{1,2}日', message: '同一日期中阿拉伯数字与汉字数字混用', replace: null, severity: 'warn' },
    { rule: 'text.number.zero', pattern: '(?<![\\d一二三四五六七八九十百千万])二零[零〇一二三四五六七八九]{2}(?=年)', message: '汉字年份中的“0”写作“〇”', replace: null, severity: 'note' },
    { rule: 'text.number.short-year', pattern: '(?<![\\d〇一二三四五六七八九])(?:0\\d|1\\d|2[0-6])年(?=度?(?:底|末|初|[上下]半年|\\d{1,2}月|工作))', message: '年份不应简写', replace: null, severity: 'note' },
    { rule: 'text.number.approximate', pattern: '(?<![第、一二三四五六七八九十百千\\d（(])([一二三四五六七八])、([二三四五六七八九])(?=[十百千万天年倍岁](?![、级章节条款项月大]))', message: '相邻两个数字连用表示概数时，数字之间不用顿号', replace: '$1$2', severity: 'note' },
    { rule: 'text.number.grouping', pattern: '(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})*,(?:\\d{1,2}|\\d{4,})|\\d{4,},\\d{3})(?![\\d,])(?=[万亿]?[元人户个件吨亩])|(?<![\\d.,])\\d{1,3}(?:,\\d{2,3})*,\\d{2}(?:,\\d{2,3})+(?=[万亿]?[元人户个件吨亩])', message: '千分位分隔有误，应每三位一节', replace: null, severity: 'warn' },
    { rule: 'text.number.percent-range', pattern: '(?<![\\d.%])(\\d+(?:\\.\\d+)?)([-－—～~至])(\\d+(?:\\.\\d+)?)(%)(?!的概)', message: '百分数范围前一个数的“%”不省略', replace: '$1%～$3%', severity: 'note' },
    { rule: 'text.number.decrease', pattern: `(?:下降|降低|减少|缩短|缩减|压缩|下滑|回落|减轻)(?:了|约|近|超过|超)?${N}{1,8}倍`, message: '下降、减少不能用“倍”表示，应使用百分数或分数', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: `(?:大约|约|大概)(?:为|是|有)?${N}{1,10}[\\u4e00-\\u9fff%]{0,4}?左右`, message: '“约”与“左右”语义重复', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: `(?:近|将近)${N}{1,10}(?:余|多)[\\u4e00-\\u9fff]`, message: '“近”与“余、多”矛盾', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: `(?<!不)(?:超过|超|高达|多达|突破)${N}{1,10}(?:余|多)[万亿]?[元人户个件次家名项吨亩公千米]`, message: '“超过”与“余、多”语义重复', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: `(?<!近)${N}{1,10}(?:多余|余多)[万亿]?[元人户个件次家名项吨亩]`, message: '“多”与“余”语义重复', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: `(?:最多|最高|不超过|至多)${N}{1,10}(?:个?工作日|[日天年元人户%]|万元|亿元|个月)以上|(?:最少|最低|至少|不少于|不低于)${N}{1,10}(?:个?工作日|[日天年元人户%]|万元|亿元|个月)以[下内]`, message: '限度前后矛盾', replace: null, severity: 'warn' },
    { rule: 'text.number.rate', pattern: '(?:达标|满意|合格|办结|覆盖|参保|入学|完好|普及|知晓|到位|及格|升学|优良|达优|回复|答复|处置|整改|签约|建档)率(?:达到?|为|是|提高到|上升到|提升到|保持在)?(?!100(?:\\.0+)?%)(1\\d\\d(?:\\.\\d+)?%|[2-9]\\d\\d(?:\\.\\d+)?%)', group: 1, message: '这类比率不会超过100%', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: '零下[-－—]\\d+(?:\\.\\d+)?(?:℃|度|摄氏度)?', message: '“零下”与负号重复', replace: null, severity: 'warn' },
    { rule: 'text.number.mixed-date', pattern: '(?<![\\d一二三四五六七八九十百])二(?=[〇零一二三四五六七八九]{0,2}\\d)[\\d〇零一二三四五六七八九]{3}(?=年)', message: '年份中汉字数字与阿拉伯数字混用', replace: null, severity: 'warn' },
    { rule: 'text.number.redundant', pattern: '\\d{1,2}月份(?=\\d{1,2}日)', message: '“月份”后不接日期', replace: null, severity: 'warn' },
    { rule: 'text.number.mixed-date', pattern: '(?<![第〇零一二三四五六七八九十百千万\\d])[二三四五六七八九]?十[1-9](?=[家名个户件人项次岁吨亩元])|(?<![\\d.])\\d+千\\d+百(?=[万亿]?[元人户吨亩余多])|(?<![\\d.])\\d+百\\d+十(?=[万亿]?[元人户吨亩余多])|[五六七八九]0后', message: '同一数中汉字数字与阿拉伯数字混用', replace: null, severity: 'warn' },
    // units
    { rule: 'text.unit.repeated', pattern: '(?<=\\d)万亿(?=吨(?!公里|海里|位)|亩|人(?!民币)|户|辆|名|家)', message: '“万亿”与所计单位不相称，数额疑有误', replace: null, severity: 'warn' },
    { rule: 'text.unit.repeated', pattern: '(?<=\\d)(?:千米公里|公里千米|公斤千克|千克公斤|平方米平米|平米平方米)', message: '单位重复', replace: null, severity: 'warn' },
    { rule: 'text.unit.repeated', pattern: '元元|万元元|元人民币元|%%|万万元|％％', message: '单位重复', replace: null, severity: 'warn' },
    { rule: 'text.unit.repeated', pattern: '(?<=\\d)亿万元|(?<=\\d)万亿万元', message: '“亿”“万”连用，数额单位有误', replace: null, severity: 'warn' },
    { rule: 'text.unit.percent-point', pattern: '\\d[%％]个?百分点|百分点[%％]', message: '“%”与“百分点”不能连用', replace: null, severity: 'warn' },
    { rule: 'text.unit.case', pattern: '(KM|Km|KG|Kg|MM|CM|Cm|KW|Kw|ML|kwh|KWH|Kwh|MW·H|HZ|hz|Mhz)(?![A-Za-z0-9])(?<=\\d ?\\1)', message: '计量单位符号大小写有误', replace: null, severity: 'note' },
    { rule: 'text.unit.superscript', pattern: '(k?m|c?m|M|KM)[23](?![A-Za-z0-9])(?<=\\d ?\\1[23])', message: '面积、体积单位应写“平方米”“立方米”或用上标', replace: null, severity: 'note' },
    { rule: 'text.unit.legal', pattern: '(?<=[\\d一二两三四五六七八九十百千万亿几每]个?)(?:平米|平方(?![米公千厘分毫英根和差案])|立方(?![米厘分毫英])|公升|公分(?!的合)|公尺|华里|市斤|市尺|市亩|英里|英尺|英寸)', message: '不是法定计量单位的规范写法', replace: null, severity: 'note' },
    // sentences of two patterns at once
    { rule: 'text.grammar', pattern: '(?:防止|避免|杜绝|以免|谨防|预防)[^，。；]{0,16}(?:不再|不会|不能|没有)(?:发生|出现|重演|扩大|蔓延)', message: '双重否定使意思相反', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '目的(?:就|则)?是为了|原因(?:就|则)?是(?:因为|由于)', message: '前后语义重复，删去其一', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '截[至止](?:到)?(?:目前|现在|今天|今日|昨日|[^，。；\\n]{1,10}[日月底])为止', message: '“截至”与“为止”重复', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '(?:切忌|切勿|严禁|禁止|切莫)(?:不要|不得|不准|不许|不可)', message: '两个否定词重复', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '被评为[^，。；]{2,16}(?:荣誉)?称号', message: '“被评为”与“称号”不搭配，应为“被授予……称号”', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '围绕(?:着)?[^，。；]{2,16}为(?:中心|核心|主题|主线|重点|目标)(?=[，。；开来进])|本着[^，。；]{2,14}为原则', message: '两种句式杂糅', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '(?:缺乏|缺少)[^，。；、]{1,10}(?:不够|不足)(?=[，。；的]|$)', message: '“缺乏”与“不足”重复', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '(?:严禁|禁止)在[^，。；、“”]{1,10}[内上里下中旁处口边](?:禁止|严禁)(?=[\\u4e00-\\u9fff]{2})(?![^，。；]{0,10}的)', message: '“禁止”重复，意思相反', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '无时无刻(?!不|没|地不)', message: '“无时无刻”后应有“不”', replace: null, severity: 'warn' },
    { rule: 'text.grammar', pattern: '(召开|举行|举办|组织|开展|进行)了?(?=会议(?:。|，|；|$))(?<=会议(?:由|于|在)[^。；]{2,24})', message: '“会议”重复', replace: null, severity: 'warn' },
    // GB/T 9704: document numbers
    { rule: 'text.document-number.brackets', pattern: '(?:(?:19|20)\\d{2})第?\\d{1,4}号(?![楼线院库门地])(?<=[\\u4e00-\\u9fff](?<![印颁签下分])[发办函字规](?:19|20)\\d{2}第?\\d{1,4}号)', message: '发文字号的年份用六角括号“〔〕”括入', replace: null, severity: 'warn' },
    { rule: 'text.document-number.brackets', pattern: '(?<=[\\u4e00-\\u9fff])〔\\d{1,3}〕(?=\\d{1,5}号)', message: '发文字号的年份写全四位数', replace: null, severity: 'warn' },
    { rule: 'text.document-number.brackets', pattern: '(?<=[\\u4e00-\\u9fff])(?:\\[|【|［|\\(|（)((?:19|20)\\d{2})(?:\\]|】|］|\\)|）)(?=(?:第)?\\d{1,5}号)', message: '发文字号的年份用六角括号“〔〕”括入', replace: '〔$1〕', severity: 'warn' },
    { rule: 'text.document-number.serial', pattern: '(?<=[〔\\[](?:19|20)\\d{2}[〕\\]])(?:第\\d{1,5}|0\\d{1,4})(?=号)', message: '发文顺序号不加“第”字，不编虚位', replace: null, severity: 'warn' },
  ],
};

/** Doubled words that are slips of the hand; `>` holds what makes the pair right (为了了解). */
const repeatLines = `
的的 的 <目|标 >确|士|哥
了了 了 <不|罢 >解|之|然|结|却|吗
和和 和 >平|谐|解|睦|气|美|善|田|县|风|好|约|政|顺|龙|静|硕|林
在在 在 <实|自|存 >建|线|册|校|职|岗|场|外|任|编|押|京|野|于|途|读|位
与与 与 <参|赋|给|授 >会
是是 是 <求 >否|非
也也 也
及及 及 >时|格|第
或或 或 >有
并并 并 >联|购|入|案|轨|网|列
将将 将 >军|要|来|领|士|于|会|近
把把 把 >关|握|手
其其 其 >他|它|中|余|实|次
并且并且 并且
以及以及 以及
关于关于 关于
根据根据 根据
按照按照 按照
对于对于 对于
通过通过 通过
进行进行 进行
我们我们 我们
他们他们 他们
以下以下 以下
为了为了 为了
由于由于 由于
因此因此 因此
所以所以 所以
但是但是 但是
或者或者 或者
如果如果 如果
应当应当 应当
必须必须 必须
可以可以 可以
不得不得 不得 >已|不|人
有关有关 有关
相关相关 相关
本市本市 本市
全市全市 全市
我市我市 我市
实施实施 实施 >细|办|方|意
加强加强 加强
推进推进 推进
落实落实 落实
开展开展 开展
提高提高 提高
部门部门 部门 >规
单位单位 单位
人民人民 人民 >政|法|检|警|陪|调|群|银|日|武|防|生|币
群众群众 群众
政府政府 政府 >采|信|网|部|规|工|购
要要 要 >求|点|件|素|害|约|闻|领|紧|么|务|不
能能 能 >力|源|动|否|够|级|量|效|耗|手|人|干|见
会会 会 >议|同|计|员|费|长|址|场|商|议|见|谈|展|务|籍|诊|所|战|影
都都 都 >市|督|会|城|江
就就 就 >业|地|近|医|学|读|餐|任|职|诊|绪|座|此
已已 已 >经
被被 被 >告|申|保|执|继|上|征|调|害|监|处|检|审|投|侵|举|诉|拆|许|查|收|代|抚|子|选|担|质|扶|救|强|羁|释|聘|派|委|承|抵|反|搬|认|录|褥|服|面
上上 上 >级|述|海|市|报|游|年|半|一|班|学|下|周|个|月|网|缴|诉|交|限|等|层|升|岗|调|浮|门|访|线|牌|路|传|款
向向 向 <方|走|流|转 >导|日|上|外|阳|前|社|心
从从 从 >事|业|严|轻|重|军|属|而|优|宽|快|众|教|高|小|紧|化|江|前|没|来|速
由由 由 <事|理|自|缘|案 >于|此|衷
个个 个 <一 >人|体|别|性|税|案
这这 这
所所 所 >长|有|得|在|属|谓|需|以|列|述
使使 使 >用|馆|领|命|者|节
以以 以 <可|予|难|足|所|加|得|借|给 >上|下|内|外|及|色|便|往|来|后|前|致|至|工|人
为为 为 <作|行|认|成|视 >人|了|何|政|民|主|害|首|期|准|非|限|此|官|企|由|群|生|公|社|止|难|辅|国|本|其|实|农|老
不不 不
`;

/** Characters that are said twice in good Chinese, or that end one word and begin the next (人人, 医疗费费率). */
const doubles = '〇零一二三四五六七八九十百千万亿人天年月日时刻处家户村层级步个件样种条次回声字句口手片块座栋件事物好慢常刚渐偏明早久多少大小高低满深浅远近长短轻重快慢缓悄默静稳平常往往仅单独恰渐纷频屡稍略微最尽可好看想听说试谢问走等学写读讲谈聊尝查找帮忙妈爸爷奶姥公婆哥姐弟妹叔伯舅姑姨宝娃星猩滔茫苍郁葱累勃欣蒸皑潺滚浩荡洋赫巍峨亭粒点滴丝缕阵缓冉袅徐津孜兢业勤恳惴惶切拳念耿堂正脉绵源涓熙攘络绎洗刷沙哗轰隆咚叮当嗡呼哈嘿呵嘻嘟咕';

/** A character doubled inside a word that is none of them: 群众众, 资金金. A hint, because names and borders of words double too. */
export const doubledCharacter = new RegExp(`(?<=[\\u4e00-\\u9fff])(?![${doubles}])([\\u4e00-\\u9fff])\\1(?=[，。；：、！？）”\\n的了和与及等由被将向对从用于]|$)`, 'g');

export const repeats: Register<WrongForm> = {
  id: 'text.repeats',
  title: '衍字、重复词',
  version: '2026-11',
  source: '自编衍文表',
  effectiveFrom: null,
  effectiveTo: null,
  entries: wrongForms(repeatLines),
};
