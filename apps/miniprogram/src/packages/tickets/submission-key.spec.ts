import { keyedSubmissions } from './submission-key';

describe('the key of a submission', () => {
  it('stays the same for the same text and changes with it', () => {
    const keyOf = keyedSubmissions();
    const first = keyOf('咨询\n怎么办证');
    expect(first).toMatch(/^[a-z0-9]{32}$/);
    expect(keyOf('咨询\n怎么办证')).toBe(first);
    expect(keyOf('咨询\n怎么办证？')).not.toBe(first);
  });
});
