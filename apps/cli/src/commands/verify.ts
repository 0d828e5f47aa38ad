import { AUTHENTICITY_WORDS, endpoints, PLATFORM_WORDS } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

export async function verifyAccount(query: string, options: { json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const result = await hub.call(endpoints.publicVerifyAccount, { query: { q: query } });
    print(options.json, result, () => [
      `${AUTHENTICITY_WORDS[result.verdict]}：${result.query}`,
      ...(result.account ? [`  ${PLATFORM_WORDS[result.account.platform]} ${result.account.name}　主办 ${result.account.sponsorName}　备案号 ${result.account.filingNo}（${result.account.filedOn}）`] : []),
      ...result.similar.map((row) => `  相似：${PLATFORM_WORDS[row.account.platform]} ${row.account.name}　${row.reason}`),
      `查询时间 ${result.checkedAt}　回执 ${result.receipt}`,
    ]);
  } finally {
    await hub.close();
  }
}
