import { CommanderError } from 'commander';
import { SettingsError } from '@govmedia-hub/api/foundation/config/settings';
import { Refused } from './connection.js';

const MISUSES: Record<string, string> = {
  'commander.unknownCommand': '没有这个命令', 'commander.unknownOption': '没有这个选项', 'commander.missingArgument': '缺少参数',
  'commander.missingMandatoryOptionValue': '缺少选项', 'commander.optionMissingArgument': '选项缺少取值', 'commander.excessArguments': '参数过多',
};
const FILE_TROUBLES: Record<string, string> = { ENOENT: '没有这个文件或文件夹，请检查路径', EISDIR: '这是文件夹，请给出文件', ENOTDIR: '路径不对', EACCES: '没有权限打开' };

/** What to tell about a command that went wrong, and the exit code; no words for one that only asked for help. */
export function complaintOf(error: unknown): { words: string | null; exitCode: number } {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { words: null, exitCode: 0 };
    const [, named] = /'([^']*)'/.exec(error.message) ?? [];
    return { words: `${MISUSES[error.code] ?? '命令写法不对'}${named ? `：${named}` : ''}。加 --help 查看用法。`, exitCode: error.exitCode };
  }
  return { words: wordsOf(error), exitCode: 1 };
}

function wordsOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof SettingsError) return `无法运行：\n${error.problems.map((problem) => `  - ${problem}`).join('\n')}`;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code && FILE_TROUBLES[code]) return `${FILE_TROUBLES[code]}：${path ?? ''}`;
  return error instanceof Error ? message : String(error);
}
