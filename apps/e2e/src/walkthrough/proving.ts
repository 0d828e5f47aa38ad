import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type EventLogVerificationView, endpoints } from '@govmedia-hub/contracts';
import { HUB_COMMAND, ROOT } from '../house-paths.js';
import { see, until } from '../walk.js';
import { PEOPLE, type Tour } from './tour.js';

const run = promisify(execFile);

/** Runs `hub …` beside the running hub, on its data. */
export async function hubCommand(tour: Tour, args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [HUB_COMMAND, ...args], { cwd: ROOT, env: { ...process.env, INIT_CWD: ROOT, NODE_ENV: '', HUB_DATA_DIR: tour.hub.dataDir, PORT: new URL(tour.hub.url).port }, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Step 8: every step is in the event log, and the log can be proved. */
export async function proving(tour: Tour): Promise<void> {
  const { walk, hub, seen } = tour;
  walk.chapter('八、事件日志');
  const auditor = await hub.as(PEOPLE.auditor);

  const trails: [string, string | undefined, RegExp[]][] = [
    ['政策文件', seen.documentId, [/^documents\.imported/, /^documents\.(confirmed|released)/]],
    ['备案', seen.filingId, [/submitted/, /returned/, /approved/]],
    ['解读', seen.contentId, [/^contents\.(saved|created)/, /submitted/, /gate/, /review/, /published/, /withdrawn/]],
    ['检查', seen.inspectionId, [/started|opened/, /closed/]],
  ];
  for (const [name, id, verbs] of trails) {
    await walk.step(`${name}的每一步都有记录`, async () => {
      see(id, '前面的步骤没有完成');
      const said = await until(async () => {
        const { items } = await auditor.ok(endpoints.listEvents, { query: { subjectId: id, limit: 100 } });
        return verbs.every((verb) => items.some((event) => verb.test(event.verb))) ? items : null;
      }, `缺少记录：${verbs.map(String).join(' ')}`, 5_000).catch(async (error: Error) => {
        const { items } = await auditor.ok(endpoints.listEvents, { query: { subjectId: id, limit: 100 } });
        throw new Error(`${error.message}；现有：${[...new Set(items.map(({ verb }) => verb))].join(' ')}`);
      });
      see(said.every(({ actorName }) => actorName), '每条记录都应有人');
      return [...new Set(said.map(({ verb }) => verb))].reverse().join(' → ');
    });
  }

  await walk.step('日志里没有正文和个人信息', async () => {
    const { items } = await auditor.ok(endpoints.listEvents, { query: { limit: 100 } });
    const leak = items.find(({ facts }) => Object.values(facts).some((value) => typeof value === 'string' && (/[\u4e00-\u9fff]{12,}/.test(value) || /(?<![0-9a-z])1[3-9]\d{9}(?![0-9a-z])/.test(value) || /(?<![0-9a-z])\d{17}[\dX](?![0-9a-z])/.test(value))));
    see(!leak, `记录 ${leak?.id} 含正文或个人信息：${JSON.stringify(leak?.facts)}`);
    return `查看 ${items.length} 条`;
  });

  await walk.step('hub audit verify 证明日志完整', async () => {
    const result = JSON.parse(await hubCommand(tour, ['audit', 'verify', '--json'])) as EventLogVerificationView;
    see(result.intact && result.touched.length === 0 && result.sealedThrough > 0, `结果 ${JSON.stringify(result)}`);
    return `完整；已封存至第 ${result.sealedThrough} 条，未封存 ${result.unsealed} 条，滞后 ${result.lagSeconds} 秒`;
  });

  await walk.step('接口给出同样的证明', async () => {
    const result = await auditor.ok(endpoints.verifyEvents);
    see(result.intact && result.headHash, `结果 ${JSON.stringify(result)}`);
    return `最新封存摘要 ${result.headHash.slice(0, 12)}…`;
  });
}
