import { endpoints, type IndexDifference } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

const WORDS: Record<IndexDifference, string> = { missing: '索引里没有', changed: '索引里的内容与数据库不同', surplus: '数据库里已经没有' };

/** Holds the index against the database; exits with 1 when they differed. */
export async function checkKnowledge(options: { json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const result = await hub.call(endpoints.checkKnowledge);
    print(options.json, result, () => [
      result.differences.length === 0 ? `索引与数据库一致：${result.passages} 段。` : `索引与数据库有出入：${result.differences.length} 段，已按数据库改正。`,
      ...result.differences.map(({ passageId, difference }) => `  ${passageId}：${WORDS[difference]}`),
      `索引版本 ${result.indexVersion}`,
    ]);
    if (result.differences.length > 0) process.exitCode = 1;
  } finally {
    await hub.close();
  }
}

/** Asks a logged question again; exits with 1 when it is answered otherwise than it was. */
export async function replayAnswer(id: string, options: { json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const result = await hub.call(endpoints.replayAnswer, { params: { id } });
    print(options.json, result, () => [
      result.equal ? '与当时的答复一致。' : '与当时的答复不一致。',
      `问题：${result.question}`,
      `当时：${result.then.passageId ?? '没有答复'}（索引版本 ${result.indexVersion}）`,
      `现在：${result.now.passageId ?? '没有答复'}（索引版本 ${result.indexVersionNow}）`,
    ]);
    if (!result.equal) process.exitCode = 1;
  } finally {
    await hub.close();
  }
}
