import { jpeg, mp3, mp4, png } from '../../../test/media-files.js';
import { readMedia } from './media-kinds.js';

describe('pictures and recordings that are taken in', () => {
  it('keep how a JPEG is turned and nothing that its camera wrote', () => {
    const { bytes, ...told } = readMedia('照片.jpg', jpeg(6, '藏在末尾'));
    expect(told).toMatchObject({ kind: 'picture', contentType: 'image/jpeg', width: 40, height: 30, removed: ['拍摄信息（EXIF，可能含位置）', '文字说明', '图片末尾的附加内容'] });
    expect(bytes.includes('GPS')).toBe(false);
    expect(bytes.includes('xmpmeta')).toBe(false);
    expect(bytes.includes('camera')).toBe(false);
    expect(bytes.includes('藏在末尾')).toBe(false);
    expect(bytes.toString('hex')).toContain('457869660000' + '4d4d002a00000008000101120003000000010006');
    expect(readMedia('照片.jpg', bytes).bytes.includes(Buffer.from('Exif'))).toBe(true);
    expect(readMedia('照片.jpg', jpeg(1)).bytes.includes('Exif')).toBe(false);
  });

  it('keep the drawing chunks of a PNG alone', () => {
    const { bytes, width, height, removed } = readMedia('图.png', png(5, 2, [{ type: 'tEXt', body: 'Author\0somebody' }, { type: 'eXIf', body: 'MM' }, { type: 'tIME', body: '1234567' }]));
    expect({ width, height, removed }).toEqual({ width: 5, height: 2, removed: ['文字说明', '拍摄信息（EXIF）', '修改时间'] });
    expect(bytes).toEqual(png(5, 2));
  });

  it('empty the boxes of an MP4 about place and device without moving any other', () => {
    const given = mp4();
    const { kind, bytes, removed } = readMedia('录像.mp4', given);
    expect({ kind, removed, length: bytes.length }).toEqual({ kind: 'video', removed: ['录制信息（可能含位置和设备）'], length: given.length });
    expect(bytes.includes('xyz')).toBe(false);
    expect(bytes.indexOf('mdat')).toBe(given.indexOf('mdat'));
    expect(readMedia('录音.m4a', mp4('M4A')).kind).toBe('audio');
  });

  it('cut the tag off an MP3', () => {
    const { bytes, removed } = readMedia('录音.mp3', mp3());
    expect(removed).toEqual(['标签信息（ID3）']);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfb]));
    expect(bytes.includes('private')).toBe(false);
  });

  it.each<[string, string, Buffer, string]>([
    ['a web page that calls itself a picture', '图.png', Buffer.from('<html><script>alert(1)</script>'), '不是能放进正文的文件'],
    ['a drawing that can hold scripts', '图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '不是能放进正文的文件'],
    ['an animated GIF', '图.gif', Buffer.from('GIF89a'), '图片用 PNG 或 JPG'],
    ['nothing', '空.png', Buffer.alloc(0), '空的'],
    ['half a PNG', '图.png', png().subarray(0, 40), '不完整'],
    ['a PNG of more points than any screen', '图.png', png(1, 1).fill(Buffer.from([0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]), 16, 24), '尺寸过大'],
    ['a JPEG without an end', '图.jpg', jpeg(1).subarray(0, -2), '不完整'],
    ['a JPEG whose segment runs over the end', '图.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1, 2]), '不完整'],
    ['an MP4 whose box runs over the end', '像.mp4', mp4().subarray(0, -10), '不完整'],
    ['a tag with no sound behind it', '音.mp3', Buffer.from('ID3\u0003\0\0\0\0\0\u0001a', 'latin1'), '不完整'],
  ])('are refused: %s', (_, name, bytes, why) => {
    expect(() => readMedia(name, bytes)).toThrow(expect.objectContaining({ code: 'media.refused', message: expect.stringContaining(why) }));
  });
});
