import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { endpoints } from '@govmedia-hub/contracts';
import { see } from '../walk.js';
import { PEOPLE, type Tour, need } from './tour.js';

const LAWS = 300;
const RELEASED_AT_ONCE = 500;

/** Step 1: a policy is imported, confirmed beside its original, and only then public. */
export async function importing(tour: Tour): Promise<void> {
  const { walk, hub, texts: { policy }, seen } = tour;
  walk.chapter('一、导入政策文件');
  const operator = await hub.as(PEOPLE.operator);
  const resident = hub.resident();

  await walk.step('读出文号、标题、发文机关、成文日期、公开属性、条文和引用', async () => {
    const [row] = await operator.importFiles([{ name: policy.fileName, bytes: policy.text }]);
    see(row?.status === 'imported' && row.document && row.documentId, `导入结果 ${JSON.stringify(row)}`);
    see(row.document.docNumber === policy.docNumber && row.document.title === policy.title && row.document.issuer === policy.issuer, `读出 ${row.document.docNumber} ${row.document.title} ${row.document.issuer}`);
    see(row.document.signedOn === policy.signedOn && row.document.openness === 'proactive', `成文日期 ${row.document.signedOn}，公开属性 ${row.document.openness}`);
    see(row.document.articles === 10, `条文 ${row.document.articles} 条，应为 10 条`);
    const cited = row.document.citations.find(({ docNumber }) => docNumber === policy.citedNumber);
    see(cited?.resolved && ['in_force', 'amended'].includes(cited.validity), `引用 ${policy.citedNumber} 应在库中：${JSON.stringify(cited)}`);
    seen.documentId = row.documentId;
    return `${row.document.docNumber}，${row.document.articles} 条，引用 ${row.document.citations.length} 处`;
  });

  await walk.step('同一文件再次导入，不产生变化', async () => {
    const [row] = await operator.importFiles([{ name: policy.fileName, bytes: policy.text }]);
    see(row?.status === 'unchanged' && row.documentId === seen.documentId, `结果 ${JSON.stringify(row)}`);
    return '未变化';
  });

  await walk.step('读不出的文件逐行说明，不留半份', async () => {
    const [row] = await operator.importFiles([{ name: '乱码.txt', bytes: Uint8Array.from(Array.from({ length: 4_000 }, (_, i) => (i * 137 + 11) % 256)) }]);
    see(row?.status === 'refused' && row.documentId === null && row.problems.length > 0, `结果 ${JSON.stringify(row)}`);
    return row.problems[0]!.message;
  });

  await walk.step('确认之前，群众看不到', async () => {
    const id = need(seen.documentId, '导入');
    see((await resident.call(endpoints.publicGetDocument, { params: { id } })).status === 404, '草稿不应公开');
    return '404';
  });

  await walk.step('他单位人员不能代为确认', async () => {
    const id = need(seen.documentId, '导入');
    const stranger = await hub.as(PEOPLE.stranger);
    const answer = await stranger.call(endpoints.confirmDocument, { params: { id }, body: confirmation(tour, 1) });
    see(answer.status === 403, `应拒绝，却是 ${answer.status}`);
    return answer.problem?.title ?? '';
  });

  await walk.step('对照原文确认后公开，效力按日期计算', async () => {
    const id = need(seen.documentId, '导入');
    const draft = await operator.ok(endpoints.getDocument, { params: { id } });
    see(draft.originalText.includes('第十条') && draft.status === 'draft', `草稿 ${draft.status}`);
    const unplanned = await operator.call(endpoints.confirmDocument, { params: { id }, body: { ...confirmation(tour, draft.version), interpretation: {} } });
    see(unplanned.status === 422, `没有解读方案：应为 422，却是 ${unplanned.status}`);
    await operator.ok(endpoints.confirmDocument, { params: { id }, body: confirmation(tour, draft.version) });
    const shown = await resident.ok(endpoints.publicGetDocument, { params: { id } });
    see(shown.validity === 'in_force' && shown.effectiveOn === policy.effectiveOn && shown.expiresOn === policy.expiresOn, `效力 ${shown.validity}，施行 ${shown.effectiveOn}，有效期至 ${shown.expiresOn}`);
    see(shown.sections.some(({ label }) => label === '第五条'), '应有第五条');
    return `${shown.title}，有效，自 ${shown.effectiveOn} 起施行`;
  });

  await walk.step('废止条款为被废止文件留下记录', async () => {
    const { items } = await operator.ok(endpoints.listDocuments, { query: { q: policy.repealedTitle } });
    const old = items.find(({ title }) => title === policy.repealedTitle);
    see(old && old.status === 'named' && old.validity === 'repealed', `记录 ${JSON.stringify(old)}`);
    return `${old.title}：已废止，仅知标题`;
  });

  if (process.env.HUB_CORPUS_DIR) await realTexts(tour, process.env.HUB_CORPUS_DIR);
  else walk.note('fixtures only（未设置 HUB_CORPUS_DIR，不导入真实文件和法律）');
}

const confirmation = ({ texts: { policy } }: Tour, seenVersion: number) => ({
  seenVersion, title: policy.title, docNumber: policy.docNumber, issuer: policy.issuer, signedOn: policy.signedOn, publishedOn: policy.signedOn,
  effectiveOn: policy.effectiveOn, expiresOn: policy.expiresOn, openness: 'proactive' as const, topic: '就业创业', interpretation: { plan: { forms: ['text' as const, 'qa' as const] } },
});

async function realTexts({ walk, hub }: Tour, corpus: string): Promise<void> {
  const supervisor = await hub.as(PEOPLE.supervisor);
  await walk.step('真实公文：读出文号、标题和引用', async () => {
    const name = 'taizheng-2019-112.txt';
    const [row] = await supervisor.importFiles([{ name, bytes: readFileSync(path.join(corpus, name), 'utf8') }]);
    see(row?.status === 'imported' && row.document && row.document.docNumber?.includes('〔2019〕112号'), `结果 ${JSON.stringify(row)?.slice(0, 400)}`);
    see(row.document.signedOn === '2019-08-16' && row.document.openness === 'proactive', `成文 ${row.document.signedOn}，${row.document.openness}`);
    return `${row.document.docNumber}，${row.document.title}，引用 ${row.document.citations.length} 处`;
  });
  await walk.step(`真实法律：批量导入 ${LAWS} 部并由主管批量公开`, async () => {
    const lines = gunzipSync(readFileSync(path.join(corpus, 'laws.jsonl.gz'))).toString('utf8').split('\n').slice(0, LAWS);
    const rows = await supervisor.importFiles([{ name: 'laws.jsonl', bytes: lines.join('\n') }]);
    const read = rows.filter(({ status, documentId }) => status !== 'refused' && documentId);
    see(read.length >= LAWS * 0.9, `读入 ${read.length} 部，拒绝 ${rows.length - read.length} 部：${JSON.stringify(rows.find(({ status }) => status === 'refused'))?.slice(0, 300)}`);
    const ids = [...new Set(read.filter(({ status }) => status === 'imported').map(({ documentId }) => documentId!))];
    let released = 0;
    for (let from = 0; from < ids.length; from += RELEASED_AT_ONCE) released += (await supervisor.ok(endpoints.releaseDocuments, { body: { documentIds: ids.slice(from, from + RELEASED_AT_ONCE), note: '国家法律法规批量入库' } })).released;
    see(released === ids.length, `公开 ${released} / ${ids.length}`);
    return `读入 ${read.length} 部，公开 ${released} 部，引用 ${read.reduce((sum, row) => sum + (row.document?.citations.length ?? 0), 0)} 处`;
  });
}
