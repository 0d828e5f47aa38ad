import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HubClient } from './hub-client.js';
import { API_MAIN, ROOT } from './house-paths.js';

/** One line of demo-sign-ins.json, which a demonstration hub writes into its data folder. */
export interface DemoSignIn { username: string; password: string; name: string; roles: string[] | string; orgName: string }

export const freePort = (): Promise<number> => new Promise((done, fail) => {
  const server = createServer().on('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});

/** A hub process of our own, on its own data folder and port. */
export class RunningHub {
  private readonly clients = new Map<string, HubClient>();
  private constructor(readonly url: string, readonly dataDir: string, readonly signIns: DemoSignIn[], private readonly child: ChildProcess, private readonly said: { text: string }, private readonly ownFolder: boolean) {}

  /** Starts apps/api/dist/main.js and waits until /api/health answers; throws with the hub's own words when it does not. */
  static async start(options: { env?: Record<string, string>; dataDir?: string; ownsFolder?: boolean; waitMs?: number } = {}): Promise<RunningHub> {
    const port = await freePort();
    const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'hub-data-'));
    const said = { text: '' };
    const child = spawn(process.execPath, [API_MAIN], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: '', HUB_DATA_DIR: dataDir, PORT: String(port), HUB_RATE_LIMIT: '100000', ...options.env },
    });
    for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk) => { said.text = (said.text + chunk).slice(-20_000); });
    const url = `http://127.0.0.1:${port}`;
    const end = performance.now() + (options.waitMs ?? 480_000);
    for (;;) {
      if (child.exitCode !== null || performance.now() > end) { child.kill('SIGKILL'); throw new Error(`the hub did not start:\n${said.text}`); }
      try { if ((await fetch(`${url}/api/health`)).ok) break; } catch { /* not yet */ }
      await new Promise((done) => setTimeout(done, 100));
    }
    let signIns: DemoSignIn[] = [];
    try { signIns = JSON.parse(readFileSync(path.join(dataDir, 'demo-sign-ins.json'), 'utf8')) as DemoSignIn[]; } catch { /* not a demonstration */ }
    return new RunningHub(url, dataDir, signIns, child, said, options.ownsFolder ?? !options.dataDir);
  }

  get log(): string { return this.said.text; }
  get pid(): number { return this.child.pid!; }

  /** The demonstration sign-in of a person, by name or username. */
  signInOf(who: string): DemoSignIn {
    const found = this.signIns.find(({ name, username }) => name === who || username === who);
    if (!found) throw new Error(`no demonstration sign-in for ${who}; there are ${this.signIns.map(({ name }) => name).join(' ')}`);
    return found;
  }

  /** The signed-in client of a person of the demonstration city; signs in once. */
  async as(who: string): Promise<HubClient> {
    const known = this.clients.get(who);
    if (known) return known;
    const client = await HubClient.signedIn(this.url, this.signInOf(who));
    this.clients.set(who, client);
    return client;
  }

  resident(): HubClient { return new HubClient(this.url); }

  /** Ends the process, politely first, and removes a folder that was made for it. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise<void>((done) => this.child.once('exit', () => done()));
      this.child.kill('SIGTERM');
      const late = setTimeout(() => this.child.kill('SIGKILL'), 8_000);
      await gone;
      clearTimeout(late);
    }
    if (this.ownFolder) rmSync(this.dataDir, { recursive: true, force: true });
  }
}
