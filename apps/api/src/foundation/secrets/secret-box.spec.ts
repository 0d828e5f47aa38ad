import { SecretBox } from './secret-box.js';

describe('credentials at rest', () => {
  const box = new SecretBox('a-secret-of-this-hub-that-is-long-enough');
  it('open only unchanged, at their own place and under the same secret', () => {
    const sealed = box.seal('密钥 secret', 'channel-1');
    expect(sealed).not.toContain('secret');
    expect(box.open(sealed, 'channel-1')).toBe('密钥 secret');
    expect(box.seal('密钥 secret', 'channel-1')).not.toBe(sealed);
    expect(() => box.open(sealed, 'channel-2')).toThrow();
    expect(() => new SecretBox('another').open(sealed, 'channel-1')).toThrow();
    expect(() => box.open(`${sealed.slice(0, -2)}AA`, 'channel-1')).toThrow();
    expect(() => box.open('plain', 'channel-1')).toThrow('not a sealed text');
  });
});
