/** Words and characters by which account names imitate each other; data of this house, extended when a new trick is seen. */
export const NAME_WORDS = {
  version: '2',
  source: '本系统整理',
  /** Words that only claim authority or say what kind of account it is; they do not tell one unit from another. */
  claims: ['官方', '权威', '唯一', '正版', '总部', '认证', '最新'],
  decorations: ['发布', '服务', '服务号', '订阅号', '公众号', '视频号', '小程序', '微信', '微博', '抖音', '快手', '平台', '在线', '网', '微', '资讯', '客服', '办事大厅', '办事', '大厅', '政务', '政府', '信息', '便民', '掌上', '智慧', '号', '通', '窗口', '热线', '中心'],
  /** Endings of unit names that people leave out. */
  unitEndings: ['委员会', '办公室', '管理局', '局', '委', '办', '市'],
} as const;

/** Characters that look alike at a glance, group by group. */
export const LOOK_GROUPS: readonly string[] = [
  '未末', '己已巳', '日曰', '土士', '人入八', '大太犬', '天夫', '千干于', '治冶', '溪蹊', '市巿币', '布市', '政攻', '府俯', '民氏', '田由甲申', '王玉主', '木本术', '刀力', '戊戌戍', '侯候', '晴睛', '辩辨辫',
  '溪渓嵠', '发発', '广広', '气気', '国囯圀', '经経', '总総', '对対', '图図', '户戸', '县県', '关関', '济済', '检検', '应応', '德徳', '荣栄', '医毉', '乡郷', '实実', '会會', '学斈', '社杜', '报服', '白自', '问间闲', '安妥', '云去', '公么', '发友', '法沽', '事亊', '住佳往', '建健', '环坏', '境镜', '保堡', '微徽', '税悦', '交文', '通诵', '网冈', '农衣', '林材', '水永', '利刊', '教敎', '育肓', '体休', '卫为', '计汁', '疾痰', '控腔', '医区', '院皖', '局居', '办为', '审宙', '统绕', '财材', '科料', '技枝', '工士', '商南', '旅族', '广厂', '电申', '县具', '镇慎', '村材', '乡多', '街衔', '道遁', '0oO〇', '1lI|', '5s', '2z', '8b', 'vu',
];

/** Characters by sound without tone; enough for names of places, units and services. */
export const SOUND_GROUPS: Readonly<Record<string, string>> = {
  an: '安按案岸', ban: '办班版板', bao: '保宝报饱堡', bei: '北备贝', ben: '本', bo: '博播波', bu: '部布步不', cai: '财才材采', can: '残参', chan: '产', chang: '长常厂场', cheng: '城成程诚呈承', chu: '出处初', chuang: '创窗', cun: '村存', da: '大达', dai: '代贷', dang: '党档', dao: '道导岛', di: '地第帝', dian: '电点店', dong: '东动冬', du: '都度督', dui: '队对', duo: '多', fa: '发法', fan: '反范', fang: '方房防坊', fei: '非费飞', feng: '风丰峰', fu: '府服福扶付妇富抚腐复', gai: '改', gan: '干甘', gao: '高', ge: '格歌', gong: '工公共供功宫攻', gu: '古谷故', guan: '官管馆关观', guang: '广光', gui: '规贵', guo: '国果', hai: '海', hao: '号好', he: '和合河核', hong: '红宏', hu: '湖户护互胡', hua: '化华划画', huan: '环还', hui: '会惠汇慧徽', huo: '活火', ji: '机基技计济级疾积集纪', jia: '家佳加', jian: '建健件检监简间', jiang: '江疆', jiao: '教交郊焦胶', jie: '街结节', jin: '金进今', jing: '经京景警境静竟镜', jiu: '就救九', ju: '局居聚据', kang: '康', ke: '科客课', kong: '控空', kuai: '快', li: '利理力里立林', liang: '粮良', lin: '林临', liu: '流留', long: '龙', lu: '路陆录', lv: '旅律绿', mei: '美媒', min: '民闽', nan: '南', neng: '能', nong: '农', ping: '平评坪', pu: '普浦', qi: '企起气', qian: '前千', qiao: '桥', qing: '清青晴', qu: '区曲', quan: '权全泉', ren: '人仁任', rong: '融容', san: '三', shan: '山善', shang: '商上尚', she: '社设涉射', shen: '审身申', sheng: '生省声升', shi: '市事是式世试食石实视师', shou: '手首收', shu: '数书树', shui: '水税睡', si: '司思', tai: '太台泰', ti: '体', tian: '天田', ting: '厅庭', tong: '通同统童', tou: '头投', tu: '土图', wang: '网王望', wei: '卫为委微位未威维', wen: '文问闻温稳', wu: '务物雾勿悟吾五武', xi: '溪西希惜熙曦息系锡', xia: '下夏', xian: '县线险先', xiang: '乡项', xiao: '小消效校', xin: '信新心', xing: '行星', xu: '许', xue: '学', yan: '研言', yang: '养阳', yao: '药要', ye: '业野', yi: '医依衣一移益易', yin: '银音', ying: '应营英', you: '游邮优友', yu: '育语预雨鱼玉誉', yuan: '园院源元', yue: '月悦', yun: '云芸耘匀允韵运蕴昀', zai: '在', zeng: '增', zhan: '展站', zhang: '掌长章', zhen: '镇真', zheng: '政正证郑整', zhi: '智治知质志执', zhong: '中众忠', zhou: '州洲周', zhu: '住主祝', zhuan: '专', zi: '资自字', zong: '综总', zu: '组',
};
