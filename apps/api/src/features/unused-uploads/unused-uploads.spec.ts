import { endpoints, type ContentBlock, type MediaView } from '@govmedia-hub/contracts';
import { jpeg, png } from '../../../test/media-files.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { FileStore } from '../../foundation/storage/file-store.js';
import { EventEntity } from '../event-log/event.entity.js';
import { UnusedUploads } from './unused-uploads.service.js';

const DAY = 86_400_000;

describe.each(databases)('uploads that stand in no text on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  const operator = () => house.as('zhou-operator');
  const upload = async (content: Buffer): Promise<MediaView> => (await operator().upload(endpoints.uploadMedia, [{ name: '图.jpg', content }])).body[0]!;
  const picture = (media: MediaView): ContentBlock => ({ type: 'picture', mediaId: media.id, alt: '办事流程图', caption: '' });
  const create = (blocks: ContentBlock[]) => operator().call(endpoints.createContent, { body: { kind: 'post', title: '办事流程', sources: [], blocks } });
  const kept = (media: MediaView) => house.app.get(FileStore).get(media.sha256).then(() => true, () => false);
  const shown = async (media: MediaView) => (await operator().call(endpoints.getMedia, { params: { id: media.id } })).status;
  const days = async (count: number) => {
    house.clock.advance(count * DAY);
    house.forgetSessions();
    await house.app.get(UnusedUploads).clean();
  };

  it('are out of reach after the grace period and gone a day later; what any revision, draft or other upload rests on stays', async () => {
    const [unused, old, drafted, twin] = [await upload(jpeg(1)), await upload(jpeg(2)), await upload(jpeg(3)), await upload(jpeg(4))];
    const item = (await create([picture(old)])).body;
    const later = (await operator().call(endpoints.saveContent, { params: { id: item.id }, body: { kind: 'post', title: '办事流程', sources: [], blocks: [{ type: 'paragraph', text: '图已换成文字。' }], seenVersion: item.version } })).body;
    expect(later.revision.blocks.some(({ type }) => type === 'picture')).toBe(false);
    await operator().call(endpoints.keepContentDraft, { params: { place: 'new' }, body: { content: { kind: 'post', title: '草稿', sources: [], blocks: [picture(drafted)] }, dismissals: [] } });

    await days(29);
    expect(await shown(unused)).toBe(200);
    const fresh = await upload(jpeg(4)); // the same bytes as the twin, uploaded later
    await days(1);
    expect([await shown(unused), await kept(unused)]).toEqual([404, true]);
    expect(await create([picture(unused)])).toMatchObject({ status: 404, body: { code: 'media.not_found' } });
    await days(1);
    expect([await shown(unused), await kept(unused)]).toEqual([404, false]);
    expect([await shown(old), await kept(old), await shown(drafted), await kept(drafted)]).toEqual([200, true, 200, true]);
    expect([await shown(twin), await shown(fresh), await kept(fresh)]).toEqual([404, 200, true]);

    expect(await house.trail(unused.id)).toEqual(['media.taken_in', 'media.unused', 'media.removed']);
    expect(await house.trail(old.id)).toEqual(['media.taken_in']);
    const [removed] = await house.database.read((db) => db.findBy(EventEntity, { subjectId: unused.id, verb: 'media.removed' }));
    expect(removed).toMatchObject({ actorId: 'system', facts: { sha256: unused.sha256, bytes: unused.bytes, kind: 'picture', rule: '2026.1' } });
    await house.app.get(UnusedUploads).clean();
    expect((await house.trail(unused.id)).length).toBe(3);
  });

  it('stay when the same bytes were put anew before they could be removed', async () => {
    const files = house.app.get(FileStore);
    const sha256 = await files.put(png());
    expect(await files.remove(sha256, new Date(Date.now() - DAY))).toBe(false);
    expect((await files.get(sha256)).equals(png())).toBe(true);
    expect(await files.remove(sha256, new Date(Date.now() + DAY))).toBe(true);
    expect(await files.remove(sha256, new Date(Date.now() + DAY))).toBe(false);
    expect(await files.put(png())).toBe(sha256);
  });
});
