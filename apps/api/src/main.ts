import { fileURLToPath } from 'node:url';
import { createHub } from './bootstrap.js';
import { DemonstrationService } from './demonstration/demonstration.service.js';
import { RunningHubKey } from './features/organisations/command-line-key.js';
import { DemonstrationClock, SystemClock } from './foundation/clock/clock.js';
import { readSettings, SettingsError, type Settings } from './foundation/config/settings.js';

const faces = {
  residentDir: fileURLToPath(new URL('../../miniprogram/dist/h5/', import.meta.url)),
  consoleDir: fileURLToPath(new URL('../../console/dist/', import.meta.url)),
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function settingsOrExit(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    say('无法启动：');
    for (const problem of error.problems) say(`  - ${problem}`);
    process.exit(1);
  }
}

const settings = settingsOrExit();
say('正在打开数据库……');
const hub = await createHub(settings, { faces, openApi: true, clock: settings.demo ? new DemonstrationClock() : new SystemClock() });
const demonstration = hub.get(DemonstrationService);

if (settings.production && (await demonstration.isDemonstration())) {
  say('无法启动：这是演示数据库，不能用于正式环境。请换一个数据库或数据目录。');
  await hub.close();
  process.exit(1);
}
if (settings.demo && (await demonstration.isEmpty())) await demonstration.load(say);

await hub.listen(settings.port, settings.host);
const address = hub.getHttpServer().address() as { port: number };
const url = `http://${settings.host}:${address.port}`;
const forget = hub.get(RunningHubKey).announce(url);
process.once('exit', forget);

say('');
say('政务新媒体内容中心已启动');
say(`  群众端      ${url}/`);
say(`  工作台      ${url}/console/`);
say(`  接口文档    ${url}/api/docs`);
say(`  运行状态    ${url}/api/health`);
const signIns = demonstration.signIns();
if (signIns.length > 0) {
  say('');
  say('演示登录（密码在首次启动时随机生成，仅本机可见）');
  for (const row of signIns) say(`  ${row.username.padEnd(22)} ${row.password.padEnd(16)} ${row.name}　${row.orgName}　${row.roles}`);
}
say('');
say('按 Ctrl+C 停止。');
