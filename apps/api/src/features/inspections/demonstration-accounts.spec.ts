import { canSubmit, checkFiling, judgeAccount, NATIONAL_PACK, type AccountFacts, type LiveAccount } from '@govmedia-hub/inspection';
import { accounts } from '../../demo-city/accounts.js';
import { addDays } from '../../demo-city/dates.js';
import { impostors } from '../../demo-city/impostors.js';
import { organisations } from '../../demo-city/organisations.js';
import { postsOf } from '../../demo-city/posts.js';
import { findLookAlikes } from '@govmedia-hub/inspection';
import { run as screenPosts } from './screen-posts-task.js';

const TODAY = '2026-11-23';
const POINT = '2026-11-23T02:00:00.000Z';
const unit = (key: string) => organisations.find((each) => each.key === key)!;

async function factsOf(account: (typeof accounts)[number]): Promise<AccountFacts> {
  const posts = postsOf(account, TODAY).map((post, at) => ({ id: `${account.key}-${at}`, title: post.title, url: post.url, publishedAt: post.publishedAt, text: post.text }));
  const { version, findings } = await screenPosts({ posts: posts.map((post) => ({ id: post.id, text: `${post.title}\n${post.text}`, asOf: post.publishedAt.slice(0, 10) })) });
  const notice = account.filingHistory.find((step) => step.action === 'closure_noticed');
  return {
    account: {
      id: account.key, name: account.name, platform: account.platform, kind: account.kind, status: account.status, sponsorName: unit(account.orgKey).name, level: unit(account.orgKey).kind, openedOn: addDays(TODAY, account.openedOffset),
      closingNoticeFrom: notice ? addDays(TODAY, notice.offset) : null, closedOn: null, cancelledOn: account.status === 'cancelled' ? addDays(TODAY, -1) : null, interactionChannels: account.interactionChannels,
    },
    posts, collectedThrough: null, screening: { lexiconVersion: version, findings }, incidents: [], probes: [], complaints: [],
  };
}

describe('the accounts of the demonstration city', () => {
  it('can all be filed, one after the other', () => {
    const live: LiveAccount[] = [];
    for (const account of accounts) {
      const sponsor = unit(account.orgKey);
      const checks = checkFiling(
        { kind: 'opening', accountId: null, accountName: account.name, platform: account.platform, accountKind: account.kind, openedOn: addDays(TODAY, account.openedOffset), certSubject: account.certSubject, operationMode: 'self', operatorOrg: null, leaderInCharge: '分管领导', responsiblePerson: account.responsible.name, responsiblePhone: account.contactPhone, interactionChannels: account.interactionChannels, reason: '公开政务信息' },
        { on: TODAY, sponsor: { id: account.orgKey, name: sponsor.name, creditCode: sponsor.creditCode, level: sponsor.kind }, liveAccounts: live, account: null },
      );
      expect({ account: account.name, blocked: checks.filter((check) => check.outcome === 'block') }).toEqual({ account: account.name, blocked: [] });
      expect(canSubmit(checks)).toBe(true);
      if (account.status !== 'cancelled') live.push({ id: account.key, name: account.name, platform: account.platform, platformName: account.platform, sponsorOrgId: account.orgKey, sponsorName: sponsor.name });
    }
  });

  it('show exactly the planted faults as suspicions', async () => {
    const suspected: string[] = [];
    const spared: string[] = [];
    for (const account of accounts) {
      for (const verdict of judgeAccount(await factsOf(account), NATIONAL_PACK, { monitoringPointAt: POINT, periodFrom: '2026-08-23' })) {
        if (verdict.outcome === 'suspected') suspected.push(`${account.key} ${verdict.code}`);
        if (verdict.outcome === 'not_applicable' && verdict.code === 'NM-V2.1') spared.push(account.key);
      }
    }
    const withFault = (kind: string) => accounts.filter((account) => account.posting?.faults?.some((fault) => fault.kind === kind)).map((account) => account.key);
    expect(suspected.sort()).toEqual([...withFault('serious_wording').map((key) => `${key} NM-V1.1`), ...withFault('silent').map((key) => `${key} NM-V2.1`), ...withFault('no_interaction').map((key) => `${key} NM-V3.1`)].sort());
    const expectedSpared = accounts.filter((account) => account.kind === 'service' || account.status !== 'active' || account.openedOffset > -14).map((account) => account.key);
    expect(spared.sort()).toEqual(expectedSpared.sort());
  });

  it('are told apart from the impostors', () => {
    const registered = accounts.map((account) => ({ id: account.key, name: account.name }));
    for (const impostor of impostors) {
      const { exact, near } = findLookAlikes(impostor.name, registered);
      expect(exact).toEqual([]);
      expect({ impostor: impostor.name, like: near[0]?.name }).toEqual({ impostor: impostor.name, like: accounts.find((account) => account.key === impostor.looksLikeKey)!.name });
    }
  });
});
