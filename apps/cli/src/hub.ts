import { Command } from 'commander';
import { ask } from './commands/ask.js';
import { auditVerify } from './commands/audit.js';
import { evalRetrieval } from './commands/eval-retrieval.js';
import { importDocuments } from './commands/import.js';
import { inspect } from './commands/inspect.js';
import { checkKnowledge, replayAnswer } from './commands/knowledge.js';
import { migrate, seedDemo } from './commands/prepare.js';
import { proofreaderStatus, trainProofreader } from './commands/proofreader.js';
import { screen } from './commands/screen.js';
import { createUser } from './commands/user.js';
import { verifyAccount } from './commands/verify.js';
import { complaintOf } from './complaint.js';

const hub = new Command('hub').description('政务新媒体内容中心命令行。有服务在同一数据上运行时，命令经由它的接口执行。').helpOption('-h, --help', '显示帮助').helpCommand(false);
const json = ['--json', '以 JSON 输出'] as const;

hub.command('import').description('导入政策文件（.txt .md .docx .pdf .html）或法律（.jsonl）').argument('<path...>', '文件或文件夹').option(...json).action(importDocuments);
hub.command('screen').description('对一篇文稿做五关机器检查').argument('<file>', '文本文件，- 表示标准输入').option('--source <文号>', '绑定的政策文件文号').option(...json).action(screen);
hub.command('ask').description('提问，返回经审核的答复和政策原文').argument('<question>', '问题').option('-k <数量>', '返回条数', '10').option('--area <地域>', '只用为这个地域制定的文件作答（名称或代码）').option('--in <地域>', '只用在这个地域适用的文件作答，含上级的').option(...json).action(ask);
hub.command('verify').description('查询一个账号是否已备案').argument('<name-or-url>', '账号名称或链接').option(...json).action(verifyAccount);
hub.command('inspect').description('对全部账号做一轮检查').option('--at <ISO>', '监测时间点，默认现在').option('--export <目录>', '导出 Excel 和通报 Word').option(...json).action(inspect);
hub.command('eval').description('评测').command('retrieval').description('用产品自身的引擎临时建索引，评测检索').argument('<corpus>', '条文 JSONL，可为 .gz').argument('<queries>', '问题 JSONL').option('--answered <文件>', '已答复并注明依据的问题 JSONL').option('--folds <数量>', '交叉验证折数').option('--fit', '排序权重另由各折的已答复问题拟合；不加时与服务中相同').option(...json).action(evalRetrieval);
const knowledge = hub.command('knowledge').description('检索索引和问答记录');
knowledge.command('replay').description('把一次记录下来的提问再问一遍，与当时的答复对照，不一致时退出码为 1').argument('<id>', '答复编号').option(...json).action(replayAnswer);
knowledge.command('check').description('把检索索引与数据库逐条对照，有出入时退出码为 1，并按数据库改正').option(...json).action(checkKnowledge);
const proofreader = hub.command('proofreader').description('从已公开的文件和内容学习的校对');
proofreader.command('status').description('学到了什么').option(...json).action(proofreaderStatus);
proofreader.command('train').description('现在学习').option(...json).action(trainProofreader);
hub.command('migrate').description('建立或升级数据库').option(...json).action(migrate);
hub.command('seed').description('载入数据').command('demo').description('载入演示城市（仅限空数据库）').option(...json).action(seedDemo);
hub.command('user').description('人员').command('create').description('新增人员，随机生成密码').requiredOption('--username <用户名>', '登录用户名').requiredOption('--name <姓名>', '姓名').requiredOption('--org <单位>', '单位全称').requiredOption('--roles <岗位>', '岗位代码，逗号分隔').option('--post <职务>', '职务', '工作人员').option(...json).action(createUser);
hub.command('audit').description('事件记录').command('verify').description('核验事件记录是否被改动').option(...json).action(auditVerify);

for (const command of family(hub)) command.exitOverride().configureOutput({ outputError: () => undefined });
try {
  await hub.parseAsync(process.argv);
} catch (error) {
  const { words, exitCode } = complaintOf(error);
  if (words) process.stderr.write(`${words}\n`); // stdout belongs to the result
  process.exitCode = exitCode;
}

/** A command with all that are under it. */
function family(command: Command): Command[] {
  return [command, ...command.commands.flatMap(family)];
}
