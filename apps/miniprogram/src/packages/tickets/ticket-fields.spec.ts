import { refusedFields } from './ticket-fields.js';

const fields = { kind: 'question' as const, question: '公租房怎么申请', orgId: '', contactPhone: '' };

describe('a question before it is sent', () => {
  it('needs nothing but its words', () => {
    expect(refusedFields(fields)).toEqual({});
  });
  it('is not sent empty or longer than the hub takes', () => {
    expect(refusedFields({ ...fields, question: '  ' })).toEqual({ question: '请写下要问的事' });
    expect(refusedFields({ ...fields, question: '问'.repeat(2001) }).question).toBe('最多 2000 字，现在有 2001 字');
  });
  it('takes a mobile or a landline number, and says so when one is cut short', () => {
    expect(refusedFields({ ...fields, contactPhone: '13800000000' })).toEqual({});
    expect(refusedFields({ ...fields, contactPhone: '0512-5350000' })).toEqual({});
    expect(refusedFields({ ...fields, contactPhone: '5350000' })).toEqual({});
    expect(refusedFields({ ...fields, contactPhone: '138' }).contactPhone).toContain('不完整');
  });
});
