import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT_RESULT_WORDS, endpoints, INDICATOR_OUTCOME_WORDS } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

export async function inspect(options: { at?: string; export?: string; json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const pack = (await hub.call(endpoints.listIndicatorPacks))[0];
    if (!pack) throw new Error('没有可用的检查指标。');
    const monitoringPointAt = options.at ? new Date(options.at) : new Date();
    if (Number.isNaN(monitoringPointAt.getTime())) throw new Error(`监测时间点无法识别：${options.at}。例：2026-11-01T08:00:00+08:00`);
    const round = await hub.call(endpoints.startInspection, { body: { packId: pack.id, monitoringPointAt: monitoringPointAt.toISOString() } });
    const files: string[] = [];
    if (options.export) {
      mkdirSync(options.export, { recursive: true });
      for (const [endpoint, name] of [[endpoints.exportInspection, '检查结果.xlsx'], [endpoints.exportCircular, '检查通报.docx']] as const) {
        const file = join(options.export, name);
        writeFileSync(file, await hub.download(endpoint, { params: { id: round.id } }));
        files.push(file);
      }
    }
    print(options.json, { ...round, files }, () => [
      round.sentence,
      ...round.items.map((item) => `  ${ACCOUNT_RESULT_WORDS[item.result]}　${item.accountName}　${item.verdicts.filter((verdict) => verdict.outcome === 'suspected' || verdict.outcome === 'confirmed').map((verdict) => `${verdict.name}（${INDICATOR_OUTCOME_WORDS[verdict.outcome]}）`).join('、')}`),
      ...files.map((file) => `已导出 ${file}`),
    ]);
  } finally {
    await hub.close();
  }
}
