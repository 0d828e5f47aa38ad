/** How a policy document stands on a given civil date. One closed list for every face. */
export const VALIDITIES = ['not_yet_in_force', 'in_force', 'amended', 'repealed', 'declared_lapsed', 'expired', 'unknown'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** The words and the shape that stand beside the colour; colour alone never tells. */
export const VALIDITY_WORDS: Record<Validity, { label: string; shape: string }> = {
  not_yet_in_force: { label: '未施行', shape: '◌' },
  in_force: { label: '有效', shape: '●' },
  amended: { label: '已修改', shape: '◐' },
  repealed: { label: '已废止', shape: '○' },
  declared_lapsed: { label: '宣布失效', shape: '○' },
  expired: { label: '已过有效期', shape: '○' },
  unknown: { label: '效力未核实', shape: '？' },
};

/** Only these may carry an answer to a resident. */
export const ANSWERING_VALIDITIES: readonly Validity[] = ['in_force', 'amended'];

/** 公开属性 (政府信息公开条例 ch. 2-3); null in a view means that none was stated, which counts as not public. */
export const OPENNESS = ['proactive', 'on_request', 'withheld'] as const;
export type Openness = (typeof OPENNESS)[number];
export const OPENNESS_WORDS: Record<Openness, string> = { proactive: '主动公开', on_request: '依申请公开', withheld: '不予公开' };
