import { WechatSandbox } from './sandbox.js';

const sandbox = await WechatSandbox.open({ port: Number(process.env.PORT ?? 4010) });
setInterval(() => void sandbox.report().catch(() => undefined), 1_000);
process.stdout.write(`微信接口模拟服务已启动：${sandbox.url}\n  AppID ${sandbox.account.appId}\n  AppSecret ${sandbox.account.secret}\n  状态 ${sandbox.url}/sandbox/state\n按 Ctrl+C 停止。\n`);
