import type { TestHouse } from './open-test-house.js';
import { publishContent } from './release-and-publish.js';

const written = (number: string, title: string, body: string): string => `${number}

${title}

各镇人民政府，市各有关单位：
${body}

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;

/** The rules for a subsidy, and those that take their place. */
export const SUBSIDY = written('云人社〔2025〕8号', '云溪市灵活就业社会保险补贴办法', `第一条　为支持灵活就业，制定本办法。
第二条　本市户籍就业困难人员灵活就业并缴纳社会保险费的，可以申请社会保险补贴。
第三条　社会保险补贴标准为每人每月400元，补贴期限最长不超过3年。
第四条　本办法自2025年3月1日起施行。`);
export const REPEAL = written('云人社〔2026〕3号', '云溪市灵活就业社会保险补贴实施细则', `第一条　社会保险补贴标准为每人每月500元。
第二条　本细则自2026年11月25日起施行。《云溪市灵活就业社会保险补贴办法》（云人社〔2025〕8号）同时废止。`);

/** Answered by the third article of the rules. */
export const SUBSIDY_QUESTION = '灵活就业社会保险补贴标准是多少';

/** A Q&A that rests on the third article of the rules. */
export const publishSubsidyQuestion = (house: TestHouse, documentId: string): ReturnType<typeof publishContent> => publishContent(house, {
  kind: 'qa', title: '灵活就业社保补贴问答', topic: '就业创业', sources: [{ documentId, anchor: 'art-3' }],
  blocks: [{ type: 'qa', question: '自己交社保，每个月能补多少钱？', alternatives: ['灵活就业社保补贴发多少'], answer: '每人每月400元，补贴期限最长不超过3年。', documentId, anchor: 'art-3' }],
});
