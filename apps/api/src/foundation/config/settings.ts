import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** Everything the hub takes from its surroundings, checked once at start. */
export interface Settings {
  production: boolean;
  host: string;
  port: number;
  dataDir: string;
  /** mysql:// or mariadb:// URL; null means the embedded SQLite under dataDir. */
  databaseUrl: string | null;
  sqliteFile: string;
  /** Keys the digests of personal data and signs receipts. */
  secret: string;
  /** Shared with the cloud function; null refuses forwarded calls. */
  functionSecret: string | null;
  /** Requests per minute and address that a public face may make. */
  rateLimitPerMinute: number;
  /** Reverse proxies whose X-Forwarded-For is believed: addresses, ranges or 'loopback'. */
  trustedProxies: string[];
  /** 'stdout', 'off' or a file. */
  accessLog: string;
  /** Loads the demonstration city into an empty database. */
  demo: boolean;
  /** Address under which residents reach the hub; feeds and receipts name it. */
  publicUrl: string;
  /** Cookies only over HTTPS. */
  secureCookies: boolean;
  /** Lets outgoing requests reach this machine itself, for development and tests; production refuses it. */
  outgoingLoopback: boolean;
  /** Hosts of the own network ('host' or 'host:port') that outgoing requests may reach; none by default. */
  outgoingPrivateHosts: string[];
  /** Origin of the WeChat API; one of WECHAT_API_ORIGINS, or this machine where outgoingLoopback allows it. */
  wechatApiBase: string;
  /** The model that may rephrase passages; null, as by default, asks none. */
  generation: GenerationSettings | null;
  /** Sends what waits in the outbox; off where another process of the same database does. */
  outboxWorker: boolean;
  /** Characters that the published library must hold before the proofreader learns from it. */
  proofreaderLeastCharacters: number;
  /** Font file for PDF, with '#' and the face in a collection; null looks where fonts usually are. */
  pdfFont: string | null;
}

/** An OpenAI-compatible endpoint on the city's own list of allowed hosts, and the 算法备案号 under which its service is registered. */
export interface GenerationSettings { url: string; model: string; key: string; filingNo: string }

/** Addresses under which the platform answers (微信开放文档“接口域名说明”); the nearest one may be chosen, no other. */
export const WECHAT_API_ORIGINS = ['https://api.weixin.qq.com', 'https://api2.weixin.qq.com', 'https://sh.api.weixin.qq.com', 'https://sz.api.weixin.qq.com', 'https://hk.api.weixin.qq.com'];

const PROXY_NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

export class SettingsError extends Error {
  constructor(public readonly problems: string[]) {
    super(problems.join('\n'));
  }
}

/**
 * Reads the settings from the environment.
 * @throws SettingsError naming in Chinese everything that is missing, so that a production hub never starts half configured.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const production = env.NODE_ENV === 'production';
  const problems: string[] = [];
  const dataDir = resolve(env.HUB_DATA_DIR ?? '.data');
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) problems.push(`PORT 应为 0-65535 的整数，现在是“${env.PORT}”。`);
  const databaseUrl = env.HUB_DATABASE_URL ?? null;
  if (databaseUrl && !/^(mysql|mariadb):\/\//.test(databaseUrl)) problems.push('HUB_DATABASE_URL 应以 mysql:// 或 mariadb:// 开头。');
  if (production) {
    if (!env.HUB_SECRET || env.HUB_SECRET.length < 32) problems.push('缺少 HUB_SECRET：请设置不少于 32 个字符的随机密钥，用于个人信息摘要和回执签名。');
    if (!env.HUB_PUBLIC_URL) problems.push('缺少 HUB_PUBLIC_URL：请设置群众访问本系统的 https 地址。');
    else if (!env.HUB_PUBLIC_URL.startsWith('https://')) problems.push('HUB_PUBLIC_URL 应以 https:// 开头。');
    if (!databaseUrl && !env.HUB_DATA_DIR) problems.push('缺少数据库：请设置 HUB_DATABASE_URL（MySQL/MariaDB），或用 HUB_DATA_DIR 指明数据目录。');
  }
  const rateLimitPerMinute = Number(env.HUB_RATE_LIMIT ?? 1200);
  if (!(rateLimitPerMinute > 0)) problems.push('HUB_RATE_LIMIT 应为正数（每分钟请求数）。');
  const trustedProxies = (env.HUB_TRUSTED_PROXIES ?? 'loopback').split(',').map((each) => each.trim()).filter(Boolean);
  const notAddresses = trustedProxies.filter((each) => !PROXY_NAMES.has(each) && isIP(each.split('/', 1)[0]!) === 0);
  if (notAddresses.length > 0) problems.push(`HUB_TRUSTED_PROXIES 应为用逗号隔开的地址、网段（如 10.0.0.0/8）或 loopback，“${notAddresses.join('、')}”不是。`);
  const outgoingLoopback = env.HUB_OUTGOING_LOOPBACK === 'on';
  if (outgoingLoopback && production) problems.push('HUB_OUTGOING_LOOPBACK 只用于开发和测试，正式环境不能开启。');
  const outgoingPrivateHosts = (env.HUB_OUTGOING_PRIVATE_HOSTS ?? '').split(',').map((each) => each.trim().toLowerCase()).filter(Boolean);
  const notHosts = outgoingPrivateHosts.filter((each) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9]\d{0,4})?$/.test(each));
  if (notHosts.length > 0) problems.push(`HUB_OUTGOING_PRIVATE_HOSTS 应为用逗号隔开的主机或主机:端口，不带 http:// 和通配符，“${notHosts.join('、')}”不是。`);
  const wechatApiBase = env.HUB_WECHAT_API_BASE ?? WECHAT_API_ORIGINS[0]!;
  if (!WECHAT_API_ORIGINS.includes(wechatApiBase) && !(outgoingLoopback && /^http:\/\/127\.0\.0\.1:\d+$/.test(wechatApiBase))) problems.push(`HUB_WECHAT_API_BASE 应为 ${WECHAT_API_ORIGINS.join('、')} 之一。`);
  if (env.HUB_PDF_FONT?.match(/\.ttc$/i)) problems.push('HUB_PDF_FONT 指向字体合集（.ttc）时，要用 # 写明其中的字体名，例如 NotoSerifCJK-Regular.ttc#NotoSerifCJKsc-Regular。');
  const generation = readGeneration(env, outgoingLoopback, problems);
  const proofreaderLeastCharacters = Number(env.HUB_PROOFREADER_LEAST ?? 1_000_000);
  if (!(proofreaderLeastCharacters > 0)) problems.push('HUB_PROOFREADER_LEAST 应为正数（公开文件库至少有多少字才学习校对）。');
  if (problems.length > 0) throw new SettingsError(problems);
  mkdirSync(dataDir, { recursive: true });
  return {
    production,
    host: env.HOST ?? '127.0.0.1',
    port,
    dataDir,
    databaseUrl,
    sqliteFile: env.HUB_SQLITE_FILE ?? join(dataDir, 'hub.sqlite'),
    secret: env.HUB_SECRET ?? keptSecret(dataDir),
    functionSecret: env.HUB_FUNCTION_SECRET ?? null,
    rateLimitPerMinute,
    trustedProxies,
    accessLog: env.HUB_ACCESS_LOG ?? (production ? 'stdout' : join(dataDir, 'logs', 'access.log')),
    demo: !production && env.HUB_DEMO !== 'off',
    publicUrl: env.HUB_PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    secureCookies: production,
    outgoingLoopback,
    outgoingPrivateHosts,
    wechatApiBase,
    generation,
    outboxWorker: env.HUB_WORKER !== 'off',
    proofreaderLeastCharacters,
    pdfFont: env.HUB_PDF_FONT ?? null,
  };
}

/** All of it or nothing: a model without a registration number is not connected. */
function readGeneration(env: NodeJS.ProcessEnv, loopback: boolean, problems: string[]): GenerationSettings | null {
  const { HUB_GENERATION_URL: address, HUB_GENERATION_MODEL: model, HUB_GENERATION_KEY: key, HUB_GENERATION_FILING_NO: filingNo } = env;
  if (!address) return null;
  const missing = Object.entries({ HUB_GENERATION_MODEL: model, HUB_GENERATION_KEY: key, HUB_GENERATION_FILING_NO: filingNo }).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) problems.push(`设置了 HUB_GENERATION_URL，还缺少 ${missing.join('、')}（模型名称、密钥、算法备案号）。`);
  const url = URL.canParse(address) ? new URL(address) : null;
  const allowed = (env.HUB_GENERATION_ALLOWED_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase()).filter(Boolean);
  if (!url || !(url.protocol === 'https:' || (loopback && url.hostname === '127.0.0.1'))) problems.push('HUB_GENERATION_URL 应以 https:// 开头。');
  else if (!allowed.includes(url.host)) problems.push(`HUB_GENERATION_URL 的主机“${url.host}”不在 HUB_GENERATION_ALLOWED_HOSTS 名单里。`);
  return url && model && key && filingNo ? { url: address.replace(/\/+$/, ''), model, key, filingNo } : null;
}

/** Outside production the secret is made at first start and kept beside the data. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('hex');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}
