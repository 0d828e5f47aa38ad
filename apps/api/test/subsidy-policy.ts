/** A short policy in force whose third article answers SUBSIDY_QUESTION. */
export const SUBSIDY = `云人社〔2025〕8号

云溪市灵活就业社会保险补贴办法

各镇人民政府，市各有关单位：
第一条　为支持灵活就业，制定本办法。
第二条　本市户籍就业困难人员灵活就业并缴纳社会保险费的，可以申请社会保险补贴。
第三条　社会保险补贴标准为每人每月400元，补贴期限最长不超过3年。
第四条　本办法自2025年3月1日起施行。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;

export const SUBSIDY_QUESTION = '灵活就业社会保险补贴标准是多少';
