import { endpoints, GATES, type ContentView, type FilingForm, type LexiconDetailView, type LexiconEntry, type LexiconPreviewView, type SaveContentRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { closeDesks, proofreadContent, publishContent, releaseDocument, SECRECY } from '../../../test/release-and-publish.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { FilingsService } from '../accounts/filings.service.js';
import { LexiconPreviewsService } from './lexicon-previews.service.js';

const POLICY = `云人社〔2025〕8号

云溪市灵活就业人员补贴办法

各镇人民政府：
第一条　为支持灵活就业，方便新市民办事，制定本办法。新市民、新市民家庭和新市民子女都可以申请。
第二条　灵活就业人员补贴标准为每人每月400元。
第三条　本办法自2025年3月1日起施行。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;

describe.each(databases)('trying a draft on what is public, on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
    await publishContent(house, content('云溪人才网开通', '云溪人才网今日开通，市民可以登录办理。'));
    await post([
      { title: '招聘会', text: '欢迎关注云溪人才网，电话13800138000。云溪人才网每周更新。', publishedAt: '2026-11-10T01:00:00.000Z' },
      { title: '旧招聘会', text: '欢迎关注云溪人才网。', publishedAt: '2026-09-10T01:00:00.000Z' },
      { title: '新市民积分', text: '新市民可以积分入学。', publishedAt: '2026-11-12T01:00:00.000Z' },
    ]);
  });
  afterAll(() => house.close());

  const chen = () => house.as('chen-supervisor');
  const content = (title: string, text: string): SaveContentRequest => ({ kind: 'post', title, topic: null, sources: [], blocks: [{ type: 'paragraph', text }] });
  async function post(posts: { title: string; text: string; publishedAt: string }[]): Promise<void> {
    const filings = house.app.get(FilingsService);
    const actor = house.actor('zhou-operator');
    const form: FilingForm = {
      accountName: '云溪人社', platform: 'wechat_official', accountType: '订阅号', platformAccountId: '', accountKind: 'publishing', homepageUrl: null, intro: '', openedOn: '2024-03-01', certSubject: '云溪市人力资源和社会保障局', undertakingDept: '办公室', operationMode: 'self', operatorOrg: null,
      leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601', interactionChannels: ['后台留言'], updateFrequency: '每周', reason: '公开政策',
    };
    const draft = await filings.create(actor, { kind: 'opening', form });
    const { version } = await filings.submit(actor, draft.id, draft.version);
    const { accountId } = await filings.decide(house.actor('chen-supervisor'), draft.id, { seenVersion: version, decision: 'approve', opinion: '同意' });
    await house.database.transaction((db) => house.app.get(AccountsService).recordPosts(db, actor, accountId!, posts.map((each) => ({ ...each, url: `https://mp.example.invalid/${each.publishedAt}` }))));
  }
  const term = (word: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({ term: word, gate: 'text', severity: 'warn', suggestion: `正确的${word.slice(0, 1)}名`, reason: '名称有误', source: '云政办发〔2026〕8号', ...more });
  const lexicon = async (name: string, entries: LexiconEntry[]): Promise<LexiconDetailView> => {
    const created = (await chen().call(endpoints.createLexicon, { body: { kind: 'terms', name } })).body;
    let view: LexiconDetailView = (await chen().call(endpoints.startLexiconDraft, { params: { id: created.id }, body: { source: '云政办发〔2026〕8号' } })).body;
    for (const entry of entries) view = (await chen().call(endpoints.saveLexiconEntry, { params: { id: view.draft!.id }, body: { seenVersion: view.draft!.version, entry } })).body;
    return view;
  };
  const preview = async (versionId: string, period = 'month'): Promise<LexiconPreviewView> => {
    const started = await chen().call(endpoints.previewLexicon, { params: { id: versionId }, body: { period } });
    expect(started).toMatchObject({ status: 202, body: { status: 'running' } });
    await house.app.get(LexiconPreviewsService).settled();
    return (await chen().call(endpoints.getLexiconPreview, { params: { id: started.body.id } })).body;
  };
  const effect = async (view: LexiconDetailView): Promise<LexiconDetailView> => {
    await preview(view.draft!.id);
    const { draft } = (await chen().call(endpoints.getLexicon, { params: { id: view.id } })).body;
    const answer = await chen().call(endpoints.makeLexiconEffective, { params: { id: draft!.id }, body: { seenVersion: draft!.version, effectiveFrom: '2026-11-23' } });
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('says what a new lexicon would find in last month’s posts and live publications, with sentences and marks', async () => {
    const view = await lexicon('人才网名称', [term('云溪人才网')]);
    const result = await preview(view.draft!.id);
    expect(result).toMatchObject({ status: 'done', current: true, from: '2026-10-23', to: '2026-11-23', againstNumber: null, versionNumber: 1, posts: 2, publications: 1, documents: 1, processed: 4, total: 4, added: 4, addedTexts: 2, removed: 0, hints: [], startedByName: '陈主管' });
    expect(result.addedTerms).toEqual([expect.objectContaining({ text: '云溪人才网', gate: 'text', severity: 'warn', message: '名称有误', count: 4, texts: 2 })]);
    for (const sample of result.addedTerms[0]!.samples) expect(sample.sentence.slice(sample.start, sample.end)).toBe('云溪人才网');
    expect(result.addedTerms[0]!.samples[0]).toMatchObject({ where: 'post', title: '招聘会', on: '2026-11-10', sentence: '欢迎关注云溪人才网，电话【电话】' });
    expect((await preview(view.draft!.id, 'quarter'))).toMatchObject({ posts: 3, added: 5 });
    expect(await house.trail(view.id)).toEqual(['lexicons.created', 'lexicons.draft_started', 'lexicons.entry_saved', 'lexicons.previewed', 'lexicons.previewed']);
  });

  it('doubts a short term that stands in released documents', async () => {
    const view = await lexicon('短词', [term('市民')]);
    const result = await preview(view.draft!.id);
    expect(result.hints).toEqual([{ term: '市民', libraryHits: 4, libraryDocuments: 1, message: expect.stringContaining('很可能误报') }]);
    await chen().call(endpoints.discardLexiconDraft, { params: { id: view.draft!.id }, body: { seenVersion: view.draft!.version } });
  });

  it('belongs to supervisors, and to exactly the entries that were tried', async () => {
    const view = await lexicon('权限', [term('云溪人才网')]);
    expect(await house.as('chu-inspector').call(endpoints.previewLexicon, { params: { id: view.draft!.id }, body: { period: 'month' } })).toMatchObject({ status: 403 });
    const first = await preview(view.draft!.id);
    expect((await chen().call(endpoints.getLexicon, { params: { id: view.id } })).body.draft).toMatchObject({ previewId: first.id });
    const changed = (await chen().call(endpoints.saveLexiconEntry, { params: { id: view.draft!.id }, body: { seenVersion: view.draft!.version, entry: term('云溪就业网') } })).body.draft!;
    expect(changed.previewId).toBeNull();
    expect((await chen().call(endpoints.getLexiconPreview, { params: { id: first.id } })).body.current).toBe(false);
    expect(await chen().call(endpoints.makeLexiconEffective, { params: { id: changed.id }, body: { seenVersion: changed.version, effectiveFrom: '2026-11-23' } })).toMatchObject({ status: 422, body: { code: 'lexicons.preview_required' } });
    expect((await house.as('chu-inspector').call(endpoints.getLexiconPreview, { params: { id: first.id } })).status).toBe(403);
  });

  it('shows only the difference to the version in use', async () => {
    const view = await effect(await lexicon('差别', [term('云溪人才网'), term('积分入学')]));
    const next = (await chen().call(endpoints.startLexiconDraft, { params: { id: view.id }, body: { source: 'x' } })).body.draft!;
    const { items } = (await chen().call(endpoints.listLexiconEntries, { params: { id: next.id }, query: { q: '人才网' } })).body;
    const removed = (await chen().call(endpoints.removeLexiconEntry, { params: { id: next.id }, body: { seenVersion: next.version, key: items[0]!.key } })).body.draft!;
    const result = await preview(removed.id);
    expect(result).toMatchObject({ againstNumber: 1, added: 0, removed: 4 });
    expect(result.removedTerms.map(({ text }) => text)).toEqual(['云溪人才网']);
    // The rest of this file writes texts that hold these words.
    await chen().call(endpoints.rollBackLexicon, { params: { id: view.inForce!.id }, body: { reason: '保持不变', effectiveFrom: '2026-12-31' } });
    await chen().call(endpoints.discardLexiconDraft, { params: { id: removed.id }, body: { seenVersion: removed.version } });
  });

  describe('a lexicon that changes while a text is in work', () => {
    const create = async (title: string, text: string): Promise<ContentView> => (await house.as('zhou-operator').call(endpoints.createContent, { body: { ...content(title, text), kind: 'interpretation', sources: [{ documentId, anchor: null }] } })).body;
    const submit = async (item: ContentView): Promise<ContentView> => (await house.as('zhou-operator').call(endpoints.submitContent, { params: { id: item.id }, body: { seenVersion: item.version } })).body;
    const get = async (id: string): Promise<ContentView> => (await house.as('wu-reviewer').call(endpoints.getContent, { params: { id } })).body;
    const close = (item: ContentView, gate: string) => house.as('wu-reviewer').call(endpoints.closeGate, { params: { id: item.id, gate }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '同意', ...(gate === 'secrecy' ? { secrecy: SECRECY } : {}) } });
    const review = (item: ContentView, step: 1 | 2 | 3) => house.as(['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'][step - 1] as 'wu-reviewer').call(endpoints.reviewContent, { params: { id: item.id }, body: { digest: item.revision.digest, step, decision: 'approved', opinion: '同意' } });
    const publish = (item: ContentView) => house.as('feng-publisher').call(endpoints.publishContent, { params: { id: item.id }, body: { digest: item.revision.digest, seenVersion: item.version } });
    const approve = (item: ContentView): Promise<ContentView> => closeDesks(house, item);

    it('opens the gate of a new finding again before the text can be published; the other gates keep their verdicts, reviews do not', async () => {
      const item = await approve(await submit(await create('关于青石大道的说明', '青石大街已于今日通车。')));
      await effect(await lexicon('路名', [term('青石大街', { suggestion: '青石大道' })]));
      const refused = await publish(item);
      expect(refused).toMatchObject({ status: 409, body: { code: 'reviews.lexicon_changed', details: { gates: ['text'] } } });
      const now = await get(item.id);
      expect(now).toMatchObject({ status: 'in_gates', openFindings: 1, publicationId: null });
      expect(now.gates.map(({ gate, verdict }) => [gate, verdict])).toEqual([['politics', 'passed'], ['law', 'passed'], ['policy', 'passed'], ['secrecy', 'passed'], ['text', 'open']]);
      expect(now.reviews.every(({ decision }) => decision === 'open')).toBe(true);
      expect(await close(now, 'text')).toMatchObject({ status: 422, body: { code: 'reviews.open_findings' } });
      const finding = now.findings.find(({ text }) => text === '青石大街')!;
      await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { id: item.id, findingId: finding.id }, body: { decision: 'dismissed', reason: '引用旧路名' } });
      expect((await close(now, 'text')).status).toBe(200);
      for (const step of [1, 2, 3] as const) expect((await review(now, step)).status).toBe(200);
      const approved = await proofreadContent(house, now);
      expect(approved.gates.find(({ gate }) => gate === 'text')!.lexiconVersion).not.toBe(item.gates[0]!.lexiconVersion);
      expect((await publish(approved)).body).toMatchObject({ status: 'published' });
      expect(await house.trail(item.id)).toContain('contents.rescreened');
    });

    it('lets a text go on when the machine, looking again, finds nothing new, and the log says that it looked', async () => {
      const item = await approve(await submit(await create('关于柳河公园的说明', '柳河公园已于今日开放。')));
      await effect(await lexicon('园名', [term('柳河游园')]));
      expect((await publish(item)).body).toMatchObject({ status: 'published' });
      expect((await house.trail(item.id)).slice(-2)).toEqual(['contents.rescreened', 'contents.published']);
    });

    it('looks again before a gate closes and before a review', async () => {
      const item = await submit(await create('关于青石广场的说明', '青石广场今日开放，南岭广场明日开放。'));
      await effect(await lexicon('广场', [term('青石广场')]));
      expect(await close(item, 'text')).toMatchObject({ status: 422, body: { code: 'reviews.open_findings' } });
      for (const { id: findingId } of (await get(item.id)).findings.filter(({ text }) => text === '青石广场')) {
        await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { id: item.id, findingId }, body: { decision: 'dismissed', reason: '名称无误' } });
      }
      for (const gate of GATES) expect((await close(item, gate)).status).toBe(200);
      await effect(await lexicon('广场二', [term('南岭广场')]));
      expect(await review(item, 1)).toMatchObject({ status: 409, body: { code: 'reviews.lexicon_changed', details: { gates: ['text'] } } });
      expect(await get(item.id)).toMatchObject({ status: 'in_gates' });
    });

    it('never stands in the way of a withdrawal', async () => {
      const item = await approve(await submit(await create('关于北桥的说明', '北桥已于今日通车。')));
      await publish(item);
      await effect(await lexicon('桥名', [term('北桥', { safePhrases: ['北桥镇'] })]));
      const live = await get(item.id);
      expect((await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: item.id }, body: { reason: '内容有误', seenVersion: live.version } })).body).toMatchObject({ status: 'withdrawn' });
    });
  });
});
