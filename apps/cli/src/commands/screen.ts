import { readFileSync } from 'node:fs';
import { decodeText } from '@govmedia-hub/api/features/documents/readers/text-encoding';
import { endpoints, GATE_WORDS, SEVERITY_WORDS } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

/** The text as it was written, in UTF-8, UTF-16 or GB18030; a byte order mark stays as its first unit, so that offsets count from the first unit of the input. */
function inputOf(file: string): string {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const marked = (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `${marked ? '\ufeff' : ''}${decodeText(bytes)}`;
}

export async function screen(file: string, options: { source?: string; json?: boolean }): Promise<void> {
  const text = inputOf(file);
  const hub = await connect();
  try {
    const { findings, lexiconVersion } = await hub.call(endpoints.screenText, { body: { text, ...(options.source ? { docNumbers: [options.source] } : {}) } });
    print(options.json, { findings }, () => [
      findings.length === 0 ? '没有发现问题（机器检查不代替人工审核）。' : `发现 ${findings.length} 处：`,
      ...findings.map((finding) => `  [${GATE_WORDS[finding.gate]} ${SEVERITY_WORDS[finding.severity]}] ${finding.start}-${finding.end} “${finding.text}” ${finding.message}${finding.suggestion ? `　建议：${finding.suggestion}` : ''}`),
      `词库版本 ${lexiconVersion}`,
    ]);
  } finally {
    await hub.close();
  }
}
