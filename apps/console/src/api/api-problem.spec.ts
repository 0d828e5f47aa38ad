import { ApiProblem, toApiProblem } from './api-problem.js';
import { addressOf } from './address.js';

describe('answers that are no success', () => {
  it('keeps code, title, refused fields and details of a problem', () => {
    const problem = toApiProblem(409, {
      type: 'urn:govmedia-hub:problem:contents.changed_meanwhile', code: 'contents.changed_meanwhile', status: 409, title: '这份内容刚被他人修改。', requestId: 'r-1',
      errors: [{ field: 'blocks.2.text', message: '请填写。' }], details: { savedCopyRevisionId: 'rev-9' },
    });
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: 'contents.changed_meanwhile', status: 409, message: '这份内容刚被他人修改。', details: { savedCopyRevisionId: 'rev-9' }, requestId: 'r-1' });
  });

  it.each([
    [413, 'request.too_large'],
    [429, 'request.too_many'],
    [502, 'server.not_ready'],
    [500, 'server.failed'],
  ])('puts a bare %i of a proxy into Chinese words', (status, code) => {
    const problem = toApiProblem(status, null);
    expect(problem.code).toBe(code);
    expect(problem.title).toMatch(/[\u4e00-\u9fff]/);
  });

  it('finds the message of a field and of what stands inside it', () => {
    const problem = new ApiProblem('request.invalid', { title: '填写的内容有误', errors: [{ field: 'form.accountName', message: '请填写。' }, { field: 'blocks.0.text', message: '太长。' }] });
    expect(problem.messageFor('form.accountName')).toBe('请填写。');
    expect(problem.messageFor('blocks')).toBe('太长。');
    expect(problem.messageFor('title')).toBeNull();
  });
});

describe('addresses of calls', () => {
  it('fills parameters and leaves out empty query values', () =>
    expect(addressOf('/contents/:id/gates/:gate', { params: { id: 'a/b', gate: 'law' }, query: { q: '', limit: 20, status: undefined } })).toBe('/api/contents/a%2Fb/gates/law?limit=20'));

  it('refuses to call with a missing parameter', () => expect(() => addressOf('/contents/:id', {})).toThrow('missing path parameter id'));
});
