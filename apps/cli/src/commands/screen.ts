import { readFileSync } from 'node:fs';
import { endpoints, GATE_WORDS, SEVERITY_WORDS } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

export async function screen(file: string, options: { source?: string; json?: boolean }): Promise<void> {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '');
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
