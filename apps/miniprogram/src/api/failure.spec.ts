import { failureOfAnswer, failureOfCarrier } from './failure.js';

describe('failures that residents see', () => {
  it('tells a slow network from none', () => {
    expect(failureOfCarrier({ errMsg: 'request:fail timeout' }).kind).toBe('timeout');
    expect(failureOfCarrier(Object.assign(new Error('The user aborted a request.'), { name: 'AbortError' })).kind).toBe('timeout');
    expect(failureOfCarrier({ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' }).kind).toBe('offline');
    expect(failureOfCarrier(new TypeError('Failed to fetch')).title).toBe('没有连上网络');
  });

  it('shows the title that the hub gives, with the refused fields', () => {
    const failure = failureOfAnswer(400, { type: 'about:blank', title: '提交的内容不符合要求', status: 400, code: 'request.invalid', requestId: 'r-1', errors: [{ field: 'question', message: '请写下问题' }] });
    expect(failure).toMatchObject({ kind: 'refused', title: '提交的内容不符合要求', code: 'request.invalid', requestId: 'r-1', fields: [{ field: 'question', message: '请写下问题' }] });
  });

  it('offers to try again only where that can help', () => {
    expect(failureOfAnswer(503, null).next).toBe('再试一次');
    expect(failureOfAnswer(429, null).next).toBe('再试一次');
    expect(failureOfAnswer(404, null).next).toBeNull();
    expect(failureOfAnswer(422, null).next).toBeNull();
  });

  it('does not show a web page of an intermediary as an answer', () => {
    expect(failureOfAnswer(502, '<html>').title).toBe('服务暂时不可用');
  });
});
