import { endpoints, type ContentBlock } from '@govmedia-hub/contracts';
import { jpeg, mp4, png } from '../../../test/media-files.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../test/release-and-publish.js';

const POLICY = `云溪市人力资源和社会保障局关于印发《云溪市灵活就业社会保险补贴办法》的通知

云人社〔2025〕8号

各镇人民政府、街道办事处：
现将《云溪市灵活就业社会保险补贴办法》印发给你们，请认真贯彻执行。
云溪市人力资源和社会保障局
2025年3月12日
（此件公开发布）

云溪市灵活就业社会保险补贴办法

第一条 为支持灵活就业，制定本办法。
第二条 补贴标准为每人每月400元。
第三条 本办法自2025年4月1日起施行。
`;

describe.each(databases)('pictures and recordings in texts on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
  });
  afterAll(() => house.close());
  const operator = () => house.as('zhou-operator');
  const upload = async (content: Buffer, who = 'zhou-operator') => (await house.as(who).upload(endpoints.uploadMedia, [{ name: '任意名称.txt', content }])).body[0]!;
  const text = (blocks: ContentBlock[], title = '补贴图解') => ({ kind: 'interpretation' as const, title, blocks, sources: [{ documentId, anchor: null }] });

  it('are told by their bytes, cleaned, and kept under the digest of what is left', async () => {
    const media = await upload(jpeg(6));
    expect(media).toMatchObject({ kind: 'picture', contentType: 'image/jpeg', width: 40, height: 30, removed: expect.arrayContaining(['拍摄信息（EXIF，可能含位置）']) });
    const file = await operator().call(endpoints.getMedia, { params: { id: media.id } });
    expect(file).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline', 'content-security-policy': "default-src 'none'; sandbox" } });
    expect((file.body as unknown as Buffer).includes('GPS')).toBe(false);
    expect(await house.trail(media.id)).toEqual(['media.taken_in']);
  });

  it('are refused when they are something else, and seen only by their own unit', async () => {
    expect(await operator().upload(endpoints.uploadMedia, [{ name: '图.png', content: '<svg onload=alert(1)>' }])).toMatchObject({ status: 422, body: { code: 'media.refused' } });
    const media = await upload(png());
    expect((await house.as('sun-operator').call(endpoints.getMedia, { params: { id: media.id } })).status).toBe(403);
    expect((await house.as('chen-supervisor').call(endpoints.getMedia, { params: { id: media.id } })).status).toBe(200);
    const others = await upload(png(), 'sun-operator');
    expect(await operator().call(endpoints.createContent, { body: text([{ type: 'picture', mediaId: others.id, alt: '图', caption: '' }]) })).toMatchObject({ status: 404, body: { code: 'media.not_found' } });
    expect(await operator().call(endpoints.createContent, { body: text([{ type: 'video', title: '像', mediaId: media.id, href: null, transcript: '词' }]) })).toMatchObject({ status: 404, body: { code: 'media.not_found' } });
  });

  it('are frozen with their digest, whatever a request says of them', async () => {
    const media = await upload(png(7, 5));
    const forged = { type: 'picture', mediaId: media.id, alt: '云溪市补贴流程图', caption: '', media: { sha256: '0'.repeat(64), contentType: 'text/html', bytes: 1, width: 1, height: 1 } } as ContentBlock;
    const { body: item } = await operator().call(endpoints.createContent, { body: text([forged]) });
    expect(item.revision.blocks).toEqual([{ type: 'picture', mediaId: media.id, alt: '云溪市补贴流程图', caption: '', media: { sha256: media.sha256, contentType: 'image/png', bytes: media.bytes, width: 7, height: 5 } }]);
    expect(item.revision.text).toBe('补贴图解\n云溪市补贴流程图');
  });

  it('are refused without the words that stand for them, field by field', async () => {
    const media = await upload(png());
    const answer = await operator().call(endpoints.createContent, { body: text([{ type: 'paragraph', text: '见图。' }, { type: 'picture', mediaId: media.id, alt: '', caption: '' }]) });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'blocks.1.alt', message: expect.stringContaining('看不到图片') }] } });
  });

  it('have their words, captions, cells and transcripts screened like any other text', async () => {
    const picture = await upload(png());
    const { body: item } = await operator().call(endpoints.createContent, { body: text([
      { type: 'picture', mediaId: picture.id, alt: '登记表，联系人电话13800138000', caption: '' },
      { type: 'audio', title: '讲解', mediaId: null, href: 'https://audio.example.cn/1.mp3', transcript: '身份证号码11010519491231002X不要外传' },
      { type: 'chart', form: 'bar', title: '补贴发放', unit: '元', rows: [['办法', '金额'], ['电话13800138001', '400']] },
    ]) });
    expect(item.findings.map((finding) => finding.text)).toEqual(expect.arrayContaining(['13800138000', '11010519491231002X', '13800138001']));
    expect(item.blocking).toBeGreaterThan(0);
    const marked = await operator().call(endpoints.createContent, { body: text([{ type: 'picture', mediaId: picture.id, alt: '机密★10年', caption: '' }]) });
    expect(marked).toMatchObject({ status: 422, body: { code: 'contents.secrecy_marking' } });
  });

  it('cite only a policy that is bound, and stand beside only a file that is attached', async () => {
    expect(await operator().call(endpoints.createContent, { body: text([{ type: 'citation', documentId, anchor: 'art-99', note: '' }]) })).toMatchObject({ status: 422, body: { code: 'contents.source_not_found' } });
    expect(await operator().call(endpoints.createContent, { body: text([{ type: 'attachment', attachmentId: documentId }]) })).toMatchObject({ status: 404, body: { code: 'contents.attachment_not_found' } });
    let { body: item } = await operator().call(endpoints.createContent, { body: text([{ type: 'paragraph', text: '填写申请表。' }]) });
    item = (await operator().upload(endpoints.attachFiles, [{ name: '申请表.txt', content: '申请表' }], { params: { id: item.id }, query: { seenVersion: item.version } })).body;
    const attachmentId = item.revision.attachments[0]!.id;
    item = (await operator().call(endpoints.saveContent, { params: { id: item.id }, body: { ...text([{ type: 'paragraph', text: '填写申请表。' }, { type: 'attachment', attachmentId }]), seenVersion: item.version } })).body;
    expect(item.revision.blocks.at(-1)).toEqual({ type: 'attachment', attachmentId });
    item = (await operator().call(endpoints.detachFile, { params: { id: item.id, attachmentId }, query: { seenVersion: item.version } })).body;
    expect(item.revision.blocks).toEqual([{ type: 'paragraph', text: '填写申请表。' }]);
  });

  it('are shown to residents with the publication, in parts to a player, and to nobody once it is withdrawn', async () => {
    const picture = await upload(png());
    const video = await upload(mp4());
    const item = await publishContent(house, { ...text([
      { type: 'paragraph', text: '补贴标准为每人每月400元。', marks: [{ kind: 'bold', start: 9, end: 13 }] },
      { type: 'picture', mediaId: picture.id, alt: '办理流程图：先登记，再申请', caption: '办理流程' },
      { type: 'video', title: '办理演示', mediaId: video.id, href: null, transcript: '第一步登记，第二步申请。' },
      { type: 'citation', documentId, anchor: null, note: '标准的出处' },
    ], '灵活就业补贴图解'), topic: '就业' });
    const { body: publication } = await house.resident.call(endpoints.publicGetPublication, { params: { id: item.publicationId! } });
    expect(publication.blocks.map((block) => block.type)).toEqual(['paragraph', 'picture', 'video', 'citation']);
    const at = (mediaId: string) => ({ params: { id: publication.id, mediaId } });
    const whole = await house.resident.call(endpoints.publicGetMedia, at(video.id));
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' } });
    const part = await house.resident.call(endpoints.publicGetMedia, { ...at(video.id), headers: { range: 'bytes=4-7' } });
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 4-7/${video.bytes}` } });
    expect(String(part.body)).toBe('ftyp');
    expect((await house.resident.call(endpoints.publicGetMedia, { ...at(video.id), headers: { range: 'bytes=999999-' } })).status).toBe(416);
    const unused = await upload(png(9, 9));
    expect((await house.resident.call(endpoints.publicGetMedia, at(unused.id))).status).toBe(404);
    await house.settle();
    const { body: found } = await house.resident.call(endpoints.publicSearch, { query: { q: '第一步登记，第二步申请' } });
    expect(JSON.stringify(found)).toContain(publication.id);
    const feed = await house.resident.call(endpoints.publicFeedJson);
    expect(JSON.stringify(feed.body)).toContain(`/api/public/publications/${publication.id}/media/${picture.id}`);
    await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: item.id }, body: { reason: '标准即将调整', seenVersion: item.version } });
    expect((await house.resident.call(endpoints.publicGetMedia, at(picture.id))).status).toBe(404);
  });
});
