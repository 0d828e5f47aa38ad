import pino from 'pino';
import { lineOf } from './access-log.js';

describe('an access line', () => {
  it('is the line that pino would write, whatever stands in the path', () => {
    const at = new Date('2026-11-27T04:05:06.007Z');
    for (const path of ['/api/public/accounts/a', '/api/"quoted"\\and\u0007more', '/文件/第一条']) {
      const line = { id: '01a21cf9-9798-74cf-83ac-bd8c5de8f12b', method: 'GET', path, status: 304, ms: 0.3 };
      let written = '';
      pino({ base: null, timestamp: () => `,"time":"${at.toISOString()}"` }, { write: (text) => { written = text; } }).info(line);
      expect(lineOf(line, at.getTime())).toBe(written);
    }
  });
});
