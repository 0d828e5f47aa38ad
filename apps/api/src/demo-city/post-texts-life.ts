import type { DemoPostTemplate } from './types.js';

/** Posts about weather and emergencies, livelihood projects and culture, written for the city. */
export const lifeTexts: DemoPostTemplate[] = [
  // 天气与应急
  { topic: '天气与应急', months: [5, 6, 7, 8, 9], title: '暴雨预警｜{place}等地请注意防范', text: '受强对流云团影响，预计未来6小时{place}等地有短时强降水，请远离河道、低洼路段和山体陡坡，非必要不外出。' },
  { topic: '天气与应急', months: [6, 7, 8], title: '高温天气防暑提示', text: '预计未来三天最高气温37摄氏度左右，户外作业请避开11:00—15:00时段，老人和儿童注意补水，防止中暑。' },
  { topic: '天气与应急', months: [6, 7, 8, 9], title: '地质灾害气象风险提示', text: '连续降雨后土壤含水量较高，山区居民请留意房前屋后裂缝、异响等异常，发现险情立即撤离并报告村（居）民委员会。', orgKeys: ['natural-resources', 'government-office', 'liuhe'] },
  { topic: '天气与应急', months: [6, 7, 8], title: '暑期防溺水，六个“不”要牢记', text: '请家长做好看护，教育孩子不私自下水，不擅自结伴游泳，发现有人溺水立即呼救并拨打110或者120。', orgKeys: ['education', 'government-office', 'liuhe', 'public-security'] },
  { topic: '天气与应急', months: [11, 12, 1, 2], title: '寒潮来袭，注意防寒保暖', text: '受冷空气影响，预计未来48小时最低气温下降8摄氏度左右，请注意添衣保暖，做好水管和农作物防冻。' },
  { topic: '天气与应急', months: [11, 12, 1, 2, 3], title: '冬季取暖，谨防一氧化碳中毒', text: '使用炭火、煤炉取暖时请保持通风，燃气热水器应当安装烟道，出现头晕、恶心等症状立即开窗并拨打120。', orgKeys: ['health', 'government-office', 'liuhe', 'housing'] },
  { topic: '天气与应急', months: [12, 1, 2], title: '道路结冰，出行请减速慢行', text: '夜间至清晨桥面、背阴路段容易结冰，请驾驶人减速慢行、保持车距，行人和骑行人员注意防滑。', orgKeys: ['public-security', 'government-office'] },
  { topic: '天气与应急', months: [2, 3, 4, 10, 11], title: '森林防火期，野外不用火', text: '进入森林防火期，请不要携带火种进山，不焚烧秸秆和杂草，祭扫请使用鲜花。发现火情请拨打12119。', orgKeys: ['natural-resources', 'government-office', 'liuhe'] },
  { topic: '天气与应急', months: [3, 4, 5], title: '大风天气安全提示', text: '预计未来24小时阵风7级左右，请收好阳台物品，远离广告牌和临时搭建物，工地暂停高空作业。' },
  { topic: '天气与应急', months: [9, 10, 11], title: '秋冬季呼吸道疾病防护提示', text: '勤洗手、常通风、科学佩戴口罩，老年人和慢性病患者可以到就近接种点接种流感疫苗，出现发热及时就医。', orgKeys: ['health', 'education', 'government-office'] },
  { topic: '天气与应急', months: [], title: '燃气安全｜学会自查三步法', text: '看软管是否老化、听接口有无漏气声、用肥皂水检查是否冒泡。闻到燃气味请关阀开窗，到室外拨打抢修电话。', orgKeys: ['housing', 'government-office', 'liuhe'] },
  { topic: '天气与应急', months: [], title: '应急广播试播通知｜{place}{md:2}上午进行', text: '{md:2}10:00，{place}将开展应急广播试播，时长约5分钟，请居民不必惊慌。', orgKeys: ['government-office', 'liuhe'] },
  { topic: '天气与应急', months: [], title: '校园安全｜上下学交通安全提示', text: '请家长接送时在指定区域停车，引导孩子走人行横道，乘坐电动自行车请佩戴安全头盔。', orgKeys: ['education', 'public-security'] },
  { topic: '天气与应急', months: [], title: '应急处置小知识｜手机警报响了怎么办', text: '收到预警信息后，先确认发布单位和影响区域，再按照提示转移或者避险，不传播未经核实的消息。' },
  { topic: '天气与应急', months: [4, 5, 6, 7], title: '谨防毒蘑菇和野菜中毒', text: '不采摘、不购买、不食用来源不明的野生蘑菇和野菜，误食后出现呕吐、腹痛等症状，请保留样品并立即就医。', orgKeys: ['health', 'market-regulation', 'liuhe', 'government-office'] },

  // 民生实事
  { topic: '民生实事', months: [], title: '民生实事进展｜{place}社区食堂开始试营业', text: '新建的{place}社区食堂开始试营业，提供早餐和午餐，70周岁以上老年人凭居民身份证享受优惠。欢迎居民提出意见。', orgKeys: ['government-office', 'civil-affairs', 'liuhe'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜老旧小区改造又有新变化', text: '{place}片区雨污分流管网已完成铺设，正在恢复路面，计划{md:20}前完成照明和停车位施工。施工给您带来不便，敬请谅解。', orgKeys: ['government-office', 'housing'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜新增一批电动自行车集中充电设施', text: '{place}新建集中充电棚投入使用，配有烟感报警和视频监控，充电服务费明码标价。请把车推到棚里充，不要拉线充电。', orgKeys: ['government-office', 'housing', 'liuhe'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜{place}卫生院中医馆启用', text: '{place}卫生院中医馆完成改造，提供针灸、推拿等服务，可以使用医保电子凭证结算。', orgKeys: ['government-office', 'health', 'liuhe'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜农村供水管网改造惠及更多村组', text: '{place}农村供水管网改造完成主管铺设，水压不稳的村组将分批接通新管，具体时间由村民委员会通知到户。', orgKeys: ['government-office', 'liuhe'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜“口袋公园”建在家门口', text: '利用边角地块建设的“口袋公园”向居民开放，增设了休息座椅、健身器材和无障碍坡道。', orgKeys: ['government-office', 'housing'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜零工驿站帮您找活', text: '{place}零工驿站启用，提供岗位信息、技能培训、法律咨询和免费饮水，招工和求职均不收费。', orgKeys: ['government-office', 'human-resources', 'liuhe'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜加装电梯现场协调会走进{place}', text: '住建、规划、市场监管工作人员到{place}现场解答加装电梯表决、管线迁改和费用分摊问题，当场受理3个单元的咨询。', orgKeys: ['housing', 'government-office'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜职业技能培训班开班', text: '养老护理、电工、电子商务等培训班在{place}开班，符合条件的学员培训不收费，报名请联系镇便民服务中心。', orgKeys: ['human-resources', 'liuhe'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜居家养老上门服务扩面', text: '助餐、助浴、助洁等上门服务已覆盖{place}，高龄独居老年人可以由社区网格员协助申请。', orgKeys: ['civil-affairs', 'government-office'] },
  { topic: '民生实事', months: [], title: '民生实事进展｜乡村道路“白改黑”完成一段', text: '{place}村道改造完成沥青摊铺，同步增设错车道和安全护栏，方便村民出行和农产品运输。', orgKeys: ['liuhe', 'government-office'] },
  { topic: '民生实事', months: [], title: '民生实事问卷｜您最希望明年办哪件事', text: '明年民生实事项目建议征集开始，您可以在“云溪掌上办”小程序填写，也可以到镇便民服务中心领取纸质问卷。', orgKeys: ['government-office', 'liuhe', 'civil-affairs', 'housing', 'human-resources'] },

  // 文化活动
  { topic: '文化活动', months: [1, 2], title: '迎新春写春联活动走进{place}', text: '书法爱好者{md:3}在{place}文化广场现场书写春联，免费赠送给居民，欢迎前来领取一份新春祝福。' },
  { topic: '文化活动', months: [2, 3], title: '元宵灯会｜赏灯路线和安全提示', text: '元宵灯会设在滨河公园，建议乘坐公交前往。园内禁止燃放烟花爆竹和孔明灯，请看护好老人和儿童。', orgKeys: ['government-office', 'liuhe'] },
  { topic: '文化活动', months: [3, 4], title: '{place}油菜花季文化旅游活动开始', text: '{place}油菜花进入盛花期，沿线设置临时停车场和公共卫生间，请文明赏花，不踩踏农田。', orgKeys: ['government-office', 'liuhe'] },
  { topic: '文化活动', months: [4], title: '世界读书日｜城市书房夜间开放', text: '世界读书日期间，城市书房开放时间延长至21:00，凭居民身份证或者社会保障卡即可借书，不收押金。', orgKeys: ['government-office', 'education'] },
  { topic: '文化活动', months: [5, 6], title: '端午龙舟邀请赛{md:6}开赛', text: '龙舟邀请赛在柳河水域举行，比赛期间部分水域和道路实行临时管制，请观众在指定区域观赛。', orgKeys: ['government-office', 'liuhe'] },
  { topic: '文化活动', months: [6], title: '“六一”少儿文艺汇演{md:2}举行', text: '全市中小学生文艺汇演在市文化馆举行，设少年合唱、民族舞蹈等节目，可以通过直播观看。', orgKeys: ['education', 'government-office'] },
  { topic: '文化活动', months: [7, 8], title: '暑期少儿公益课堂开始报名', text: '市文化馆、图书馆开设书法、科学实验、围棋等公益课堂，课程不收费，每名学生限报2门。', orgKeys: ['education', 'government-office'] },
  { topic: '文化活动', months: [7, 8, 9], title: '广场电影放映安排｜{place}{md:2}晚', text: '{md:2}19:30，公益电影在{place}文化广场放映，如遇降雨顺延。', orgKeys: ['government-office', 'liuhe', 'civil-affairs'] },
  { topic: '文化活动', months: [9, 10], title: '重阳敬老月活动预告', text: '敬老月期间，市民政局组织志愿者为老年人提供理发、体检、智能手机使用教学等服务，各社区均可报名。', orgKeys: ['civil-affairs', 'government-office', 'health'] },
  { topic: '文化活动', months: [9, 10], title: '丰收节农产品展销走进{place}', text: '稻米、柑橘、茶叶等本地农产品集中展销，现场设农技咨询和非遗展示，欢迎选购。', orgKeys: ['liuhe', 'government-office'] },
  { topic: '文化活动', months: [10, 11, 12], title: '非遗进校园｜剪纸和皮影课受欢迎', text: '非遗传承人走进{place}中小学，带学生学习剪纸和皮影制作，优秀作品将在市文化馆展出。', orgKeys: ['education', 'government-office'] },
  { topic: '文化活动', months: [11, 12, 1], title: '文化进万家｜送戏下乡到{place}', text: '市民间艺术团{md:4}下午到{place}演出，节目有地方戏、快板和歌舞，不收门票。', orgKeys: ['government-office', 'liuhe', 'civil-affairs'] },
  { topic: '文化活动', months: [], title: '周末讲堂｜家庭急救知识公开课', text: '市卫生健康委员会邀请急诊医生讲解心肺复苏和海姆立克急救法，现场可以练习，报名不收费。', orgKeys: ['health', 'government-office'] },
  { topic: '文化活动', months: [], title: '政府开放日｜走进12345热线大厅', text: '欢迎市民{md:9}走进12345政务服务便民热线大厅，体验接线流程，提出改进建议。名额30人，通过“云溪掌上办”小程序报名。', orgKeys: ['government-office'] },
  { topic: '文化活动', months: [], title: '志愿服务｜邻里互助集市走进{place}', text: '磨刀、理发、小家电维修、法律咨询等志愿服务{md:5}在{place}开展，均不收费。', orgKeys: ['civil-affairs', 'liuhe', 'government-office'] },
  { topic: '文化活动', months: [], title: '家庭教育公开课｜怎样和孩子谈手机', text: '教研员和心理教师结合案例讲解家庭沟通方法，课程回放可以在市教育局网站观看。', orgKeys: ['education'] },
];
