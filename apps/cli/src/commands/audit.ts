import { endpoints } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

/** Seconds of sealing lag that deserve an alarm. */
const LAG_ALARM_SECONDS = 5;

export async function auditVerify(options: { json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const result = await hub.call(endpoints.verifyEvents);
    print(options.json, result, () => [
      result.intact ? `事件记录完整：已封存至第 ${result.sealedThrough} 条。` : `事件记录被改动：共 ${result.touched.length} 处。`,
      ...result.touched.map((row) => `  第 ${row.position} 条：${row.reason}`),
      `未封存 ${result.unsealed} 条，滞后 ${result.lagSeconds.toFixed(1)} 秒${result.lagSeconds > LAG_ALARM_SECONDS ? '，封存滞后，请检查服务是否在运行' : ''}。`,
      `链头 ${result.headHash ?? '（空）'}`,
    ]);
    if (!result.intact) process.exitCode = 1;
  } finally {
    await hub.close();
  }
}
