import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository; this file lies in apps/e2e/src or apps/e2e/dist. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const API_MAIN = path.join(ROOT, 'apps/api/dist/main.js');
export const HUB_COMMAND = path.join(ROOT, 'apps/cli/hub.mjs');
export const WEAPP_BUILD = path.join(ROOT, 'apps/miniprogram/dist/weapp');
export const FIXTURES = path.join(ROOT, 'apps/e2e/fixtures');
/** Screenshots; ignored by git. */
export const OUT = path.join(ROOT, 'apps/e2e/out');
