import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './house-paths.js';
import { freePort } from './running-hub.js';
import { until } from './walk.js';

export interface CloudAnswer { status: number; body: string }

/** A built cloud function in the cloud's own local runner, with an identity that the "platform" hands it. */
export class CloudRunner {
  private constructor(private readonly child: ChildProcess, private readonly port: number, private readonly folder: string) {}

  static async start(name: 'hub' | 'tick', env: Record<string, string>): Promise<CloudRunner> {
    const folder = mkdtempSync(path.join(tmpdir(), 'hub-cloud-'));
    mkdirSync(path.join(folder, 'node_modules/wx-server-sdk'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/wx-server-sdk/index.js'), 'exports.DYNAMIC_CURRENT_ENV = Symbol(); exports.init = () => {}; exports.getWXContext = () => JSON.parse(require("fs").readFileSync(process.env.IDENTITY, "utf8"));');
    writeFileSync(path.join(folder, 'identity.json'), '{}');
    const port = await freePort();
    const built = path.join(ROOT, 'apps/functions/dist', name);
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/.bin/tcb-ff'), `--source=${path.join(built, 'index.js')}`, '--target=main', '--signatureType=event', `--port=${port}`], {
      cwd: built, stdio: 'ignore', env: { ...process.env, NODE_PATH: path.join(folder, 'node_modules'), IDENTITY: path.join(folder, 'identity.json'), ...env },
    });
    const runner = new CloudRunner(child, port, folder);
    await until(() => runner.call({}).catch(() => null), `the local runner of ${name} does not answer`, 20_000);
    return runner;
  }

  /** Who the platform says is calling from now on. */
  calledBy(identity: { OPENID?: string; UNIONID?: string; SOURCE?: string }): void { writeFileSync(path.join(this.folder, 'identity.json'), JSON.stringify(identity)); }

  async call(event: unknown): Promise<CloudAnswer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) });
    return { status: response.status, body: await response.text() };
  }

  stop(): void { this.child.kill('SIGKILL'); rmSync(this.folder, { recursive: true, force: true }); }
}
