// npm run walkthrough: the main job, end to end, against a fresh hub: real HTTP, real Chromium, and the built
// mini-program. Prints what was seen; pictures go to apps/e2e/out. Last line: N passed, N failed
import { rmSync } from 'node:fs';
import { launchChromium } from './browser.js';
import { OUT } from './house-paths.js';
import { RunningHub } from './running-hub.js';
import { Walk } from './walk.js';
import { filing } from './walkthrough/filing.js';
import { importing } from './walkthrough/importing.js';
import { inspecting } from './walkthrough/inspecting.js';
import { proving } from './walkthrough/proving.js';
import { publishing, withdrawing } from './walkthrough/publishing.js';
import { residing } from './walkthrough/residing.js';
import { reviewing } from './walkthrough/reviewing.js';
import { openTour } from './walkthrough/tour.js';
import { writing } from './walkthrough/writing.js';

const walk = new Walk();
rmSync(OUT, { recursive: true, force: true });
let hub: RunningHub | undefined;
let browser: Awaited<ReturnType<typeof launchChromium>> | undefined;
try {
  hub = await walk.step('启动全新的演示系统', () => RunningHub.start(), ({ url }) => url);
  browser = await walk.step('启动 Chromium', launchChromium, (b) => b.version());
  if (hub && browser) {
    const tour = openTour(hub, walk, browser, new Date());
    for (const chapter of [importing, filing, writing, reviewing, publishing, residing, withdrawing, inspecting, proving]) {
      try { await chapter(tour); } catch (error) { await walk.step('本章中断', () => Promise.reject(error instanceof Error ? error : new Error(String(error)))); }
    }
    walk.note(`截图在 ${OUT}`);
  }
} finally {
  await browser?.close();
  await hub?.stop();
}
process.exitCode = walk.close();
