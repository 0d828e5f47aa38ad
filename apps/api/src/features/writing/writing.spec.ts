import { endpoints, type ContentView, type DraftContentRequest } from '@govmedia-hub/contracts';
import { png } from '../../../test/media-files.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';

const A = '01900000-0000-4000-8000-00000000000a';
const B = '01900000-0000-4000-8000-00000000000b';
const draft = (text: string): DraftContentRequest => ({ kind: 'post', title: '', topic: null, blocks: [{ type: 'paragraph', text }], guide: null, sources: [] });

describe.each(databases)('writing on %s', (kind) => {
  let house: TestHouse;
  let item: ContentView;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    item = (await house.as('zhou-operator').call(endpoints.createContent, { body: { kind: 'post', title: '便民通知', blocks: [{ type: 'paragraph', text: '窗口周六开放。' }], sources: [] } })).body;
  });
  afterAll(() => house.close());
  const keep = (place: string, content: unknown, who = 'zhou-operator', more: object = {}) => house.as(who).call(endpoints.keepContentDraft, { params: { place }, body: { content, seenVersion: null, dismissals: [], ...more } });
  const hold = (window: string, who = 'zhou-operator', takeOver = false) => house.as(who).call(endpoints.holdContentLock, { params: { id: item.id }, body: { window, ...(takeOver ? { takeOver } : {}) } });

  describe('keeps what is typed', () => {
    it('without a title, a picture without its words, and gives it back with its sources and reasons', async () => {
      const [media] = (await house.as('zhou-operator').upload(endpoints.uploadMedia, [{ name: '图.png', content: png() }])).body;
      const content = { ...draft('写到一半'), blocks: [{ type: 'paragraph', text: '写到一半' }, { type: 'picture', mediaId: media!.id, alt: '', caption: '' }, { type: 'audio', title: '', mediaId: null, href: null, transcript: '' }] };
      const kept = await keep('new', content, 'zhou-operator', { dismissals: [{ rule: 'text.repeat', text: '写写', reason: '原文如此' }] });
      expect(kept).toMatchObject({ status: 200, body: { place: 'new', savedAt: '2026-11-23T02:00:00.000Z', dismissals: [{ reason: '原文如此' }] } });
      expect((await house.as('zhou-operator').call(endpoints.getContentDraft, { params: { place: 'new' } })).body.content.blocks).toHaveLength(3);
      expect((await house.as('zhou-operator').call(endpoints.listContentDrafts)).body.map((one) => one.place)).toEqual(['new']);
    });

    it('in one place per person and text, and shows it to nobody else', async () => {
      await keep(item.id, draft('第一稿'));
      await keep(item.id, draft('第二稿'));
      await keep(item.id, draft('另一个人的'), 'qian-operator');
      const own = await house.as('zhou-operator').call(endpoints.getContentDraft, { params: { place: item.id } });
      expect(own.body.content.blocks).toEqual([{ type: 'paragraph', text: '第二稿' }]);
      expect((await house.as('sun-operator').call(endpoints.getContentDraft, { params: { place: item.id } })).status).toBe(404);
      expect((await keep(item.id, draft('外单位'), 'sun-operator')).status).toBe(403);
      expect((await house.as('zhou-operator').call(endpoints.getContent, { params: { id: item.id } })).body).toMatchObject({ version: item.version, revision: { number: 1 } });
    });

    it('until it is saved or given up', async () => {
      expect((await house.as('zhou-operator').call(endpoints.dropContentDraft, { params: { place: item.id } })).status).toBe(204);
      expect(await house.as('zhou-operator').call(endpoints.getContentDraft, { params: { place: item.id } })).toMatchObject({ status: 404, body: { code: 'writing.draft_not_found' } });
      expect((await house.as('qian-operator').call(endpoints.getContentDraft, { params: { place: item.id } })).status).toBe(200);
    });

    it('but nothing with a secrecy marking, and not what was kept before it', async () => {
      await keep('new', draft('正常文字'));
      expect(await keep('new', draft('机密★10年\n某项部署'))).toMatchObject({ status: 422, body: { code: 'contents.secrecy_marking' } });
      expect((await house.as('zhou-operator').call(endpoints.getContentDraft, { params: { place: 'new' } })).status).toBe(404);
      expect(await house.trail('new')).toContain('contents.secrecy_stopped');
    });

    it.each<[string, unknown]>([
      ['a block of an unknown kind', { ...draft(''), blocks: [{ type: 'html', html: '<script>' }] }],
      ['a field of its own making', { ...draft(''), blocks: [{ type: 'paragraph', text: '甲', onclick: 'x' }] }],
      ['half a guide of the wrong shape', { ...draft(''), kind: 'guide', guide: { audience: 'person', conditions: 'x' } }],
      ['a field beside the text', { ...draft(''), status: 'published' }],
    ])('in no shape but a text: %s is refused', async (_, content) => {
      expect((await keep('new', content)).status).toBe(400);
    });

    it('takes scripts out of what it keeps, and refuses a place that is none', async () => {
      await keep('new', draft('<script>alert(1)</script>补贴'));
      expect((await house.as('zhou-operator').call(endpoints.getContentDraft, { params: { place: 'new' } })).body.content.blocks).toEqual([{ type: 'paragraph', text: '补贴' }]);
      expect((await keep('..%2fpeople', draft('甲'))).status).toBe(404);
    });
  });

  describe('tells who is at a text', () => {
    it('the first who opens it holds it, and its window keeps it', async () => {
      expect((await hold(A)).body).toMatchObject({ mine: true, holderName: '周采编' });
      house.clock.advance(60_000);
      expect((await hold(A)).body).toMatchObject({ mine: true });
      expect((await hold(B, 'qian-operator')).body).toMatchObject({ mine: false, samePerson: false, holderName: '周采编' });
      expect((await hold(B)).body).toMatchObject({ mine: false, samePerson: true });
      expect((await hold(B, 'sun-operator')).status).toBe(403);
    });

    it('another takes over when asked to, which is logged, and the first is told', async () => {
      expect((await hold(B, 'qian-operator', true)).body).toMatchObject({ mine: true, holderName: '钱采编' });
      expect((await hold(A)).body).toMatchObject({ mine: false, holderName: '钱采编' });
      expect((await house.trail(item.id)).filter((verb) => verb.startsWith('writing.'))).toEqual(['writing.locked', 'writing.lock_taken_over']);
    });

    it('a window that falls silent lets go by itself, and one that leaves at once', async () => {
      house.clock.advance(91_000);
      expect((await hold(A)).body).toMatchObject({ mine: true, holderName: '周采编' });
      await house.as('qian-operator').call(endpoints.releaseContentLock, { params: { id: item.id }, query: { window: A } });
      expect((await hold(B, 'qian-operator')).body.mine).toBe(false);
      await house.as('zhou-operator').call(endpoints.releaseContentLock, { params: { id: item.id }, query: { window: A } });
      expect((await hold(B, 'qian-operator')).body.mine).toBe(true);
    });

    it('of many who open at once exactly one holds it', async () => {
      await house.as('qian-operator').call(endpoints.releaseContentLock, { params: { id: item.id }, query: { window: B } });
      const windows = Array.from({ length: 6 }, (_, i) => `01900000-0000-4000-8000-0000000001${i}0`);
      const answers = await Promise.all(windows.map((window) => hold(window)));
      expect(answers.map(({ status }) => status)).toEqual(windows.map(() => 200));
      expect((await Promise.all(windows.map((window) => hold(window)))).filter(({ body }) => body.mine)).toHaveLength(1);
    });
  });

  describe('shows a text before it is saved', () => {
    const preview = (content: unknown, contentId?: string) => house.as('zhou-operator').call(endpoints.previewContent, { body: { content, ...(contentId ? { contentId } : {}) } });

    it('as residents, WeChat and Weibo would have it', async () => {
      const { status, body } = await preview({ ...draft('补贴标准400元。'), title: '补贴通知', blocks: [{ type: 'heading', text: '标准' }, { type: 'paragraph', text: '补贴标准400元。', marks: [{ kind: 'bold', start: 4, end: 8 }] }] }, item.id);
      expect(status).toBe(200);
      expect(body.publication).toMatchObject({ id: item.id, title: '补贴通知', orgName: '云溪市人力资源和社会保障局', blocks: [{ type: 'heading' }, { type: 'paragraph' }] });
      expect(body.wechatHtml).toMatch(/^<h2 style="[^"]+">标准<\/h2><p style="[^"]+">补贴标准<strong>400元<\/strong>。<\/p>$/);
      expect(body.weibo).toEqual({ text: '【补贴通知】标准\n补贴标准400元。', length: 16, cut: false });
      expect((await house.as('zhou-operator').call(endpoints.getContent, { params: { id: item.id } })).body.version).toBe(item.version);
    });

    it('and nothing with a secrecy marking', async () => {
      expect(await preview(draft('绝密★启用前'))).toMatchObject({ status: 422, body: { code: 'contents.secrecy_marking' } });
    });
  });
});
