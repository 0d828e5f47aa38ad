import { endpoints, type ProofreaderView } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

/** What the proofreader has learnt; with `train`, after learning from the published library. */
async function tell(options: { json?: boolean }, train: boolean): Promise<void> {
  const hub = await connect();
  try {
    const view = await hub.call(train ? endpoints.trainProofreader : endpoints.getProofreader);
    print(options.json, view, () => inWords(view));
  } finally {
    await hub.close();
  }
}

function inWords({ state, version, digest, learntAt, characters, documents, publications, leastCharacters, problem }: ProofreaderView): string[] {
  const known = version === null ? [`尚未学习：公开的文件和内容满 ${leastCharacters} 字后开始校对。`] : [
    `已学习：${documents} 份文件、${publications} 篇内容，共 ${characters} 字。`, `版本 ${version}，学习时间 ${learntAt}`, `模型摘要 ${digest}`,
  ];
  return [...(state === 'learning' ? ['正在学习。'] : []), ...known, ...(problem ? [problem] : [])];
}

export const proofreaderStatus = (options: { json?: boolean }): Promise<void> => tell(options, false);
export const trainProofreader = (options: { json?: boolean }): Promise<void> => tell(options, true);
