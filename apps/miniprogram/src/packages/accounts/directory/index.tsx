import { PLATFORMS, PLATFORM_WORDS, type Platform } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { usePagedList } from '../../../api/use-endpoint.js';
import { FilterBar } from '../../../components/filter-bar.js';
import { More } from '../../../components/more.js';
import { AccountRow } from '../../../components/rows.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Choice, Link } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { CITY_NAME } from '../../../site.js';

const PLATFORM_OPTIONS = [{ value: '', label: '全部平台' }, ...PLATFORMS.map((p) => ({ value: p as string, label: PLATFORM_WORDS[p] }))];

export default function Directory() {
  const params = useParams();
  const [filter, setFilter] = useState({ q: params.q ?? '', platform: (params.platform ?? '') as Platform | '' });
  const list = usePagedList('publicListAccounts', filter);
  const change = (part: Partial<typeof filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    keepInAddress(linkTo('/accounts', { ...next }));
  };
  return (
    <Screen title="账号名录" className="accounts-page">
      <Box as="h1" className="page-title">{CITY_NAME}政务账号名录</Box>
      <Box as="p" className="page-lead">列出已备案的账号，关停和注销的也保留记录。要查名录外的账号，用 <Link inline to="/check">核验账号</Link>。</Box>
      <FilterBar label="按账号或单位名称查找" q={filter.q} onSearch={(q) => change({ q })}>
        <Choice id="filter-platform" className="filter-platform" label="平台" value={filter.platform} options={PLATFORM_OPTIONS} onChange={(platform) => change({ platform: platform as Platform | '' })} />
      </FilterBar>
      {list.state === 'loading' ? <Loading what="账号名录" /> : null}
      {list.state === 'failed' && list.failure ? <Failed failure={list.failure} onRetry={list.reload} /> : null}
      {list.state === 'ready' && list.items.length === 0 ? (
        <Empty title="名录里没有符合条件的账号" hint="没有列入名录不等于假冒，可以核验一下，看有没有相近的备案账号。">
          <Link to={linkTo('/check', { q: filter.q })} className="button-secondary">核验账号</Link>
        </Empty>
      ) : null}
      {list.state === 'ready' && list.items.length ? (
        <>
          <Box as="ul" className="rows account-list">{list.items.map((account) => <AccountRow key={account.id} account={account} />)}</Box>
          <More list={list} unit="个" />
        </>
      ) : null}
    </Screen>
  );
}
