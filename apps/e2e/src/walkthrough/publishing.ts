import { endpoints } from '@govmedia-hub/contracts';
import { see } from '../walk.js';
import { PEOPLE, type Tour, need } from './tour.js';

/** Step 5: the approved interpretation is published, linked both ways and in both feeds. */
export async function publishing({ walk, hub, texts, seen }: Tour): Promise<void> {
  walk.chapter('五、发布');
  const publisher = await hub.as(PEOPLE.publisher);
  const resident = hub.resident();

  await walk.step('发布后群众立即可见', async () => {
    const id = need(seen.contentId, '撰写');
    let approved = await publisher.ok(endpoints.getContent, { params: { id } });
    see(approved.status === 'approved', `状态 ${approved.status}`);
    const unsaid = await publisher.call(endpoints.publishContent, { params: { id }, body: { digest: approved.revision.digest, seenVersion: approved.version } });
    see(unsaid.status === 422, `没有公开属性：应为 422，却是 ${unsaid.status}`);
    approved = await publisher.ok(endpoints.decideOpenness, { params: { id }, body: { openness: 'proactive', ground: 'art19', seenVersion: approved.version } });
    const published = await publisher.ok(endpoints.publishContent, { params: { id }, body: { digest: approved.revision.digest, seenVersion: approved.version } });
    see(published.status === 'published' && published.publicationId, `状态 ${published.status}`);
    seen.publicationId = published.publicationId;
    const shown = await resident.ok(endpoints.publicGetPublication, { params: { id: published.publicationId } });
    see(shown.title === texts.sound.title && shown.digest === approved.revision.digest, '公开页与审核稿摘要应一致');
    return shown.title;
  });

  await walk.step('重复提交只发布一次', async () => {
    const id = need(seen.contentId, '撰写');
    const now = await publisher.ok(endpoints.getContent, { params: { id } });
    const again = await publisher.call(endpoints.publishContent, { params: { id }, body: { digest: now.revision.digest, seenVersion: now.version } });
    see(again.status === 409, `应为 409，却是 ${again.status}`);
    return again.problem?.title ?? '';
  });

  await walk.step('政策和解读互相链接', async () => {
    const documentId = need(seen.documentId, '导入政策');
    const publicationId = need(seen.publicationId, '发布');
    const policy = await resident.ok(endpoints.publicGetDocument, { params: { id: documentId } });
    see(policy.publications.some(({ id }) => id === publicationId), '政策页应列出解读');
    see(policy.questions.length >= 3, `政策页应列出 3 个问答，现有 ${policy.questions.length}`);
    const publication = await resident.ok(endpoints.publicGetPublication, { params: { id: publicationId } });
    see(publication.sources.some((source) => source.documentId === documentId && source.validity === 'in_force'), '解读应注明来源及效力');
    return `${policy.questions.length} 个问答`;
  });

  await walk.step('出现在 JSON Feed 和 Atom 中', async () => {
    const json = await resident.exchange('GET', '/api/public/feed.json');
    const atom = await resident.exchange('GET', '/api/public/feed.atom');
    const feed = JSON.parse(json.bytes.toString('utf8')) as { version: string; items: { title: string }[] };
    see(feed.version.startsWith('https://jsonfeed.org/version/') && feed.items.some(({ title }) => title === texts.sound.title), 'JSON Feed 中没有');
    see(atom.bytes.toString('utf8').includes('<feed') && atom.bytes.toString('utf8').includes('青年就业见习补贴办法'), 'Atom 中没有');
    return `${feed.items.length} 条`;
  });

  await walk.step('公开接口带 ETag，未变化时不重发', async () => {
    const path = `/api/public/publications/${need(seen.publicationId, '发布')}`;
    const first = await resident.exchange('GET', path);
    const etag = first.headers.get('etag');
    see(etag, '没有 ETag');
    const second = await resident.exchange('GET', path, { headers: { 'if-none-match': etag } });
    see(second.status === 304, `应为 304，却是 ${second.status}`);
    return '304';
  });
}

/** Still step 5, after the residents have read it: withdrawn at once, and everybody is told. */
export async function withdrawing({ walk, hub, seen }: Tour): Promise<void> {
  walk.chapter('五（续）、撤回');
  const resident = hub.resident();
  const reason = '补贴标准表述需要核对，核对后重新发布。';
  await walk.step('发布人员撤回并写明原因，公开页立即显示撤回说明', async () => {
    const publisher = await hub.as(PEOPLE.publisher);
    const id = need(seen.contentId, '撰写');
    const now = await publisher.ok(endpoints.getContent, { params: { id } });
    await publisher.ok(endpoints.withdrawContent, { params: { id }, body: { reason, seenVersion: now.version } });
    const shown = await resident.ok(endpoints.publicGetPublication, { params: { id: need(seen.publicationId, '发布') } });
    see(shown.status === 'withdrawn' && shown.withdrawnReason === reason && shown.blocks.length === 0, `状态 ${shown.status}，正文 ${shown.blocks.length} 段`);
    return shown.withdrawnReason;
  });
  await walk.step('两个订阅源显示撤回说明，不再有正文', async () => {
    for (const path of ['/api/public/feed.json', '/api/public/feed.atom']) {
      const text = (await resident.exchange('GET', path)).bytes.toString('utf8');
      see(text.includes('撤回') && !text.includes('不低于1800元的见习生活补助'), `${path} 仍有正文或没有说明`);
    }
    return '已更新';
  });
  await walk.step('撤回的内容不再作为答复', async () => {
    const asked = await resident.ok(endpoints.publicAsk, { body: { question: '见习期间每个月能拿多少钱？' } });
    see(asked.answer?.question?.publicationId !== seen.publicationId && !asked.passages.some(({ documentId }) => documentId === seen.publicationId), '仍在引用已撤回的解读');
    return asked.answered ? `改由${asked.answer?.passage ? '政策原文' : '其他问答'}答复` : '没有经审核的答复';
  });
}
