import { CONTENT_KIND_WORDS, CONTENT_STATUS_WORDS, EMERGENCY_END_WORDS, EMERGENCY_STATUS_WORDS, GATE_WORDS, OPENNESS_WORDS, PRIORITY_WORDS, type ContentView } from '@govmedia-hub/contracts';

/** A table of the sheet: a heading, then rows of cells; a row of two cells is a name and its value. */
export interface SheetPart { heading: string; header: string[] | null; rows: string[][] }

/** '2026年11月23日 10:00', in China. */
export function instantText(iso: string | null): string {
  if (iso === null) return '';
  const local = new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString();
  return `${Number(local.slice(0, 4))}年${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`;
}

const person = (state: { byName: string | null; forName: string | null }): string => (state.byName === null ? '' : state.forName ? `${state.byName} 代 ${state.forName}` : state.byName);
const said = (state: { opinion: string | null; reasons: string[] }): string => [...state.reasons, state.opinion].filter(Boolean).join('；');
const DECISION = { open: '未办', passed: '通过', approved: '同意', returned: '退回' } as const;

/** 发布审批单: who said what about exactly which text. */
export function approvalSheet(view: ContentView): SheetPart[] {
  const { openness, secrecyRecord, emergency } = view;
  return [
    {
      heading: '基本情况', header: null,
      rows: [
        ['标题', view.title], ['类别', CONTENT_KIND_WORDS[view.kind]], ['单位', view.orgName], ['撰写', view.authorName], ['状态', CONTENT_STATUS_WORDS[view.status]], ['缓急', PRIORITY_WORDS[view.priority]],
        ['版本', `第${view.revision.number}版，${view.revision.savedByName}保存于${instantText(view.revision.savedAt)}`], ['正文摘要（SHA-256）', view.revision.digest], ['审核流程', `${view.process.name}，第${view.process.version}版`],
        ['依据', view.revision.sources.map((source) => `《${source.title}》${source.docNumber ? `（${source.docNumber}）` : ''}${source.label ?? ''}`).join('；') || '无'],
        ['附件', view.revision.attachments.map((file) => file.name).join('；') || '无'],
      ],
    },
    {
      heading: '公开属性', header: null,
      rows: openness ? [['公开属性', OPENNESS_WORDS[openness.openness]], ['依据', `${openness.groundSource}　${openness.groundWords}`], ['说明', openness.reason || '无'], ['决定人', openness.decidedByName], ['时间', instantText(openness.decidedAt)]] : [['公开属性', '尚未确定，不得公开']],
    },
    {
      heading: '保密审查记录', header: null,
      rows: secrecyRecord
        ? [['审查依据', secrecyRecord.groundWords], ['审查结论', secrecyRecord.conclusion], ['审查人', person(secrecyRecord)], ['时间', instantText(secrecyRecord.at)], ['针对的正文', secrecyRecord.digest === view.revision.digest ? '与本审批单一致' : '旧版本，已失效']]
        : [['审查结论', '尚未审查，不得公开']],
    },
    { heading: '五关', header: ['关口', '结论', '审核人', '时间', '意见', '词库版本'], rows: view.gates.map((state) => [GATE_WORDS[state.gate], DECISION[state.verdict], person(state), instantText(state.at), said(state), state.lexiconVersion ?? '']) },
    { heading: '三审', header: ['审次', '结论', '审核人', '时间', '意见'], rows: view.reviews.map((state) => [state.name, DECISION[state.decision], person(state), instantText(state.at), said(state)]) },
    ...(view.proofs.length > 0 ? [{ heading: '三校', header: ['校次', '结论', '校对人', '时间', '意见'], rows: view.proofs.map((state) => [state.name, DECISION[state.decision] === '同意' ? '无误' : DECISION[state.decision], person(state), instantText(state.at), said(state)]) }] : []),
    ...(emergency ? [{
      heading: '应急发布', header: null,
      rows: [
        ['情况', EMERGENCY_STATUS_WORDS[emergency.status]], ['事由', emergency.reason], ['申请人', `${emergency.requestedByName}，${instantText(emergency.requestedAt)}`], ['主管单位', emergency.decidedByName === null ? '尚未决定' : `${emergency.decidedByName}，${instantText(emergency.decidedAt)}：${emergency.opinion ?? ''}`],
        ['补审期限', emergency.dueOn === null ? '' : `${emergency.dueOn}${emergency.overdue ? '（已逾期）' : ''}`], ['了结', emergency.endedBy === null ? '未了结' : `${EMERGENCY_END_WORDS[emergency.endedBy]}，${instantText(emergency.endedAt)}`],
      ],
    }] : []),
    { heading: '发布', header: null, rows: [['首次公开', view.publishedAt === null ? '尚未发布' : instantText(view.publishedAt)], ...(view.withdrawnReason === null ? [] : [['撤回原因', view.withdrawnReason]])] },
  ];
}
