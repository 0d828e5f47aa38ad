import type { DisclosureUnitView, DocumentSummaryView } from '@govmedia-hub/contracts';
import { addMonths, deadline, findDeadlineRule } from '@govmedia-hub/working-days';

/** How long a unit may make nothing public: a 政策文件 column counts as not updated after six months. Data, with its source. */
export const SILENCE_LIMIT = { months: 6, version: '1', source: '国办秘函〔2019〕19号关于政策文件栏目更新的检查指标（据公开通报还原）', effectiveFrom: '2019-04-01' } as const;

/** Reads how a unit kept its duty to disclose: `documents` are those of the year, `latestOn` its last disclosure of any year. */
export function disclosureOf(unit: { orgId: string; orgName: string }, documents: readonly DocumentSummaryView[], latestOn: string | null, today: string): DisclosureUnitView {
  const view: DisclosureUnitView = { ...unit, released: 0, inTime: 0, late: [], undated: 0, topics: [], latestOn, silent: latestOn === null || addMonths(latestOn, SILENCE_LIMIT.months) < today };
  const topics = new Map<string, { released: number; latestOn: string | null }>();
  for (const document of documents) {
    if (document.openness !== 'proactive' && document.openness !== null) continue;
    const out = document.status === 'released';
    if (out) {
      view.released += 1;
      const topic = topics.get(document.topic ?? '未分类') ?? { released: 0, latestOn: null };
      const on = document.publishedOn ?? document.signedOn;
      topics.set(document.topic ?? '未分类', { released: topic.released + 1, latestOn: on !== null && (topic.latestOn === null || on > topic.latestOn) ? on : topic.latestOn });
    } else if (document.status === 'withdrawn') continue;
    const rule = document.signedOn === null ? null : findDeadlineRule('disclosure.proactive', document.signedOn);
    if (document.signedOn === null || !rule || (out && document.publishedOn === null)) {
      view.undated += 1;
      continue;
    }
    const { dueOn } = deadline({ receivedOn: document.signedOn, rule });
    const publishedOn = out ? document.publishedOn : null;
    if ((publishedOn ?? today) > dueOn) view.late.push({ id: document.id, title: document.title, docNumber: document.docNumber, signedOn: document.signedOn, dueOn, publishedOn });
    else if (out) view.inTime += 1;
  }
  view.topics = [...topics].map(([topic, counts]) => ({ topic, ...counts })).sort((a, b) => b.released - a.released || (a.topic < b.topic ? -1 : 1));
  return view;
}
