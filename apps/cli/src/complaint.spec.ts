import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { complaintOf } from './complaint.js';

const thrownBy = (work: () => unknown): unknown => {
  try { work(); } catch (error) { return error; }
  throw new Error('nothing was thrown');
};

describe('what the command line tells when it cannot go on', () => {
  const parse = (...args: string[]) => {
    const hub = new Command('hub').helpCommand(false);
    hub.command('import').argument('<path...>').option('--json');
    for (const command of [hub, ...hub.commands]) command.exitOverride().configureOutput({ outputError: () => undefined, writeErr: () => undefined, writeOut: () => undefined });
    return complaintOf(thrownBy(() => hub.parse(args, { from: 'user' })));
  };

  it('names the command, option or argument that is wrong, in Chinese', () => {
    expect(parse('delete')).toEqual({ words: '没有这个命令：delete。加 --help 查看用法。', exitCode: 1 });
    expect(parse('import', '--force', 'a.txt')).toEqual({ words: '没有这个选项：--force。加 --help 查看用法。', exitCode: 1 });
    expect(parse('import')).toEqual({ words: '缺少参数：path。加 --help 查看用法。', exitCode: 1 });
    expect(parse('--help')).toEqual({ words: null, exitCode: 0 });
  });

  it('names the file that is not there', () => {
    expect(complaintOf(thrownBy(() => readFileSync('/不存在/通知.txt')))).toEqual({ words: '没有这个文件或文件夹，请检查路径：/不存在/通知.txt', exitCode: 1 });
    expect(complaintOf(thrownBy(() => readFileSync(__dirname)))).toMatchObject({ words: expect.stringContaining('这是文件夹') });
  });
});
