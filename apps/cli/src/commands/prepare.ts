import { DemonstrationService } from '@govmedia-hub/api/demonstration/demonstration.service';
import { openHere, runningHub } from '../connection.js';
import { print } from '../print.js';

/** Opening the database is what migrates it. */
export async function migrate(options: { json?: boolean }): Promise<void> {
  if (await runningHub()) return print(options.json, { migrated: true, running: true }, () => ['服务正在运行，数据库在它启动时已是最新。']);
  const app = await openHere();
  await app.close();
  print(options.json, { migrated: true, running: false }, () => ['数据库已是最新。']);
}

export async function seedDemo(options: { json?: boolean }): Promise<void> {
  if (await runningHub()) throw new Error('服务正在运行：请先停止服务，再载入演示数据。');
  const app = await openHere();
  try {
    const demonstration = app.get(DemonstrationService);
    if (!(await demonstration.isEmpty())) throw new Error('数据库不是空的，没有载入演示数据。请用 HUB_DATA_DIR 指定一个新的数据目录。');
    await demonstration.load((line) => process.stderr.write(`${line}\n`));
    print(options.json, { seeded: true, signIns: demonstration.signIns() }, () => ['演示城市已载入。', ...demonstration.signIns().map((row) => `  ${row.username} ${row.password} ${row.name} ${row.orgName}`)]);
  } finally {
    await app.close();
  }
}
