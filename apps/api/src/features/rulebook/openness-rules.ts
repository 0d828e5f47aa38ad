import type { ExemptionKindView, Openness, OpennessGroundView, OpennessRulesView } from '@govmedia-hub/contracts';

const RULE = '《中华人民共和国政府信息公开条例》';
const article = (code: string, openness: Openness, number: string, words: string): OpennessGroundView => ({ code, openness, words: `第${number}条：${words}`, source: `${RULE}第${number}条` });

/** Grounds on which something is public, given on request, or withheld. */
const GROUNDS: OpennessGroundView[] = [
  article('art13', 'proactive', '十三', '除依法不予公开的以外，政府信息应当公开'),
  article('art19', 'proactive', '十九', '涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策'),
  article('art20', 'proactive', '二十', '属于应当主动公开的事项'),
  { code: 'law_published', openness: 'proactive', words: '法律、行政法规、规章依法公布', source: '《中华人民共和国立法法》关于公布的规定' },
  { code: 'marked_proactive', openness: 'proactive', words: '原文已由制发机关标注公开', source: '原文标注', hidden: true },
  { code: 'before_records', openness: 'proactive', words: '登记依据之前已经公开', source: '历史数据', hidden: true },
  article('art27', 'on_request', '二十七', '主动公开以外的信息，可以向行政机关申请获取'),
  { code: 'marked_on_request', openness: 'on_request', words: '原文已由制发机关标注依申请公开', source: '原文标注', hidden: true },
  article('art14', 'withheld', '十四', '国家秘密，法律、行政法规禁止公开，或者公开后可能危及国家安全、公共安全、经济安全、社会稳定'),
  article('art15', 'withheld', '十五', '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害'),
  article('art16_internal', 'withheld', '十六', '内部事务信息'),
  article('art16_process', 'withheld', '十六', '履职过程中的过程性信息'),
  article('art16_enforcement', 'withheld', '十六', '行政执法案卷信息'),
  { code: 'marked_withheld', openness: 'withheld', words: '原文已由制发机关标注不予公开', source: '原文标注', hidden: true },
];

/** Why a policy may go public without an interpretation plan. */
const EXEMPTIONS: ExemptionKindView[] = [
  { code: 'national_law', words: '国家法律法规，不属本机关解读', source: '“谁起草、谁解读”' },
  { code: 'superior', words: '上级机关文件，由制发机关解读', source: '“谁起草、谁解读”' },
  { code: 'internal_work', words: '内部工作安排、人事任免等，不涉及公众权利义务', source: '政策解读范围：行政规范性文件和涉及公众切身利益的文件' },
  { code: 'self_explaining', words: '通知公告等内容简短明白，不需另行解读', source: '本系统默认值，可由各地替换' },
  { code: 'historic', words: '历史文件补录，解读期限已过', source: '本系统默认值，可由各地替换' },
];

export const OPENNESS_RULES: OpennessRulesView = { grounds: GROUNDS, groundsVersion: '2019.1', groundsFrom: '2019-05-15', exemptionKinds: EXEMPTIONS, exemptionsVersion: '2026.1', exemptionsFrom: '2018-12-07' };

/** The ground of that code for that attribute, or null: 第十六条 never makes anything public. */
export const findGround = (code: string, openness: Openness): OpennessGroundView | null => GROUNDS.find((ground) => ground.code === code && ground.openness === openness) ?? null;
export const groundOf = (code: string): OpennessGroundView | null => GROUNDS.find((ground) => ground.code === code) ?? null;
export const findExemption = (code: string): ExemptionKindView | null => EXEMPTIONS.find((kind) => kind.code === code) ?? null;
