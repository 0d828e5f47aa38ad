import { queryString, readBody, toWireRequest } from './endpoint-call.js';

describe('requests to the hub', () => {
  it('fills the path and leaves out empty filters', () => {
    expect(toWireRequest('publicGetDocument', { params: { id: 'a b' } })).toEqual({ method: 'GET', path: '/api/public/documents/a%20b', query: {}, body: null });
    expect(toWireRequest('publicListDocuments', { query: { q: '', validity: 'in_force', limit: 5, topic: undefined } })).toEqual({ method: 'GET', path: '/api/public/documents', query: { validity: 'in_force', limit: '5' }, body: null });
  });

  it('carries a question in the body', () => {
    expect(toWireRequest('publicAsk', { body: { question: '怎么领失业金' } })).toEqual({ method: 'POST', path: '/api/public/questions/ask', query: {}, body: { question: '怎么领失业金' } });
  });

  it('says so when an id is missing instead of asking for a wrong address', () => {
    expect(() => toWireRequest('publicGetGuide', { params: {} })).toThrow('missing path parameter id');
  });

  it('escapes what was typed', () => {
    expect(queryString({ q: '补贴 & 50%' })).toBe('?q=%E8%A1%A5%E8%B4%B4%20%26%2050%25');
    expect(queryString({})).toBe('');
  });

  it('reads an answer that came as text, as an object, or not at all', () => {
    expect(readBody('{"a":1}')).toEqual({ a: 1 });
    expect(readBody({ a: 1 })).toEqual({ a: 1 });
    expect(readBody('')).toBeNull();
    expect(readBody(undefined)).toBeNull();
    expect(readBody('<html>')).toBeNull();
  });
});
