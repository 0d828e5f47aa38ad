import type { ReviewRulesView } from '@govmedia-hub/contracts';

const HOUSE = '本系统默认值，可由各地替换';

/** What is offered at the desk: canned reasons of a return, grounds of the secrecy review, how long a claim lasts. */
export const REVIEW_RULES: ReviewRulesView = {
  returnReasons: {
    version: '2026.1', source: HOUSE, effectiveFrom: '2026-01-01',
    reasons: [
      { code: 'number_differs', words: '数字、金额、比例与依据不一致', lines: ['gate', 'review', 'proof'] },
      { code: 'date_differs', words: '日期、期限与依据不一致', lines: ['gate', 'review', 'proof'] },
      { code: 'basis_not_in_force', words: '引用的文件已修改、废止或者条款不符', lines: ['gate', 'review'] },
      { code: 'wrong_name', words: '机构名称、职务或固定表述有误', lines: ['gate', 'review', 'proof'] },
      { code: 'personal_data', words: '含有不应公开的个人信息', lines: ['gate', 'review'] },
      { code: 'secrecy_doubt', words: '涉密、敏感或者内部信息存疑，请先作专项审核', lines: ['gate', 'review'] },
      { code: 'typo', words: '错别字、标点或者漏字', lines: ['gate', 'proof'] },
      { code: 'layout', words: '格式、编号或者版式不规范', lines: ['proof'] },
      { code: 'not_plain', words: '群众看不懂，请改用平常话并先答结论', lines: ['review', 'proof'] },
      { code: 'incomplete', words: '缺少适用范围、期限、流程等必要内容', lines: ['review'] },
      { code: 'other_unit', words: '涉及其他单位职责，请先会商', lines: ['review'] },
    ],
  },
  secrecyGrounds: {
    version: '2026.1', source: '《中华人民共和国政府信息公开条例》第十七条（公开前的保密审查）', effectiveFrom: '2019-05-15',
    grounds: [
      { code: 'public_source', words: '内容出自已主动公开的文件，未增加未公开的信息' },
      { code: 'own_duty', words: '属本机关依职权可以公开的信息，不涉及国家秘密、工作秘密、商业秘密和个人隐私' },
      { code: 'deidentified', words: '涉及个人信息的内容已经去标识化' },
      { code: 'consent', words: '涉及第三方的内容已征得同意，或者不公开会对公共利益造成重大影响' },
      { code: 'special_review', words: '已经保密部门专项审查同意公开' },
    ],
  },
  claims: { version: '2026.1', source: HOUSE, effectiveFrom: '2026-01-01', hours: 4 },
};

export const returnReasonWords = (codes: readonly string[]): string[] => codes.map((code) => REVIEW_RULES.returnReasons.reasons.find((reason) => reason.code === code)?.words ?? code);
export const secrecyGroundWords = (code: string): string => REVIEW_RULES.secrecyGrounds.grounds.find((ground) => ground.code === code)?.words ?? code;
