const SUBJECTS = '不动产转移登记 高龄津贴 居民身份证补领 公共租赁住房 个体工商户营业执照 义务教育入学 残疾人证 创业担保贷款 养犬登记 烟花爆竹燃放 住院医疗费用报销 停车收费 生育保险 失业保险金 老旧小区改造 机动车检验'.split(' ');
const RULES = ['申请人应当提交身份证明和申请材料', '承办单位应当自受理之日起五个工作日内办结', '符合条件的家庭每月领取补助', '逾期未办理的由主管部门责令改正', '收费标准按照省级价格主管部门的规定执行', '年满八十周岁的本市户籍老年人可以申领', '工作人员不得泄露申请人的个人信息', '对处理决定不服的可以依法申请行政复议'];

/** Articles of a city that does not exist; for machines without the corpus. */
export const FIXTURE_ARTICLES = Array.from({ length: 20_000 }, (_, i) => {
  const subject = SUBJECTS[i % SUBJECTS.length]!;
  const law = `云溪市${subject}${['办法', '规定', '实施细则', '条例'][Math.floor(i / 16) % 4]!}（${2000 + (i % 23)}）`;
  const other = SUBJECTS[(i * 7 + 3) % SUBJECTS.length]!;
  const text = `${subject}的办理，${RULES[i % 8]!}；涉及${other}的，${RULES[(i * 5 + 1) % 8]!}。第${(i % 90) + 1}类情形另行规定，${RULES[(i * 3 + 2) % 8]!}。`;
  return { id: `f${i}`, law, title: `${law}第${(i % 60) + 1}条`, text };
});

export const FIXTURE_QUESTIONS = SUBJECTS.flatMap((subject) => [`${subject}要什么材料`, `办${subject}要多少钱`, `${subject}几天能办好`, `谁可以申请${subject}`, `${subject}不服处理决定怎么办`]);
