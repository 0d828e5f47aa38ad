import { requestKeys } from './request-keys.js';

describe('the key of a changing request', () => {
  let made = 0;
  const keys = requestKeys(() => `key-${(made += 1)}`);

  it('stays the same for a second press and after the network failed', () => {
    const first = keys.keyOf('POST /api/filings {"a":1}');
    expect(keys.keyOf('POST /api/filings {"a":1}')).toBe(first);
    expect(keys.keyOf('POST /api/filings {"a":2}')).not.toBe(first);
  });

  it('is new once the hub has answered', () => {
    const first = keys.keyOf('POST /api/contents {}');
    keys.answered('POST /api/contents {}');
    expect(keys.keyOf('POST /api/contents {}')).not.toBe(first);
  });
});
