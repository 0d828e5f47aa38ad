import type { GuideParts } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { useEndpoint, usePagedList } from '../../../api/use-endpoint.js';
import { FilterBar } from '../../../components/filter-bar.js';
import { More } from '../../../components/more.js';
import { GuideRow } from '../../../components/rows.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Choice, Link, Press } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { byLifeEvent } from '../../../words/life-events.js';

type Audience = GuideParts['audience'] | '';
const AUDIENCES: { value: Audience; word: string }[] = [
  { value: '', word: '全部' },
  { value: 'person', word: '个人' },
  { value: 'enterprise', word: '企业' },
];

export default function Guides() {
  const params = useParams();
  const [filter, setFilter] = useState({ q: params.q ?? '', audience: (params.audience ?? '') as Audience, lifeEvent: params.lifeEvent ?? '' });
  const all = useEndpoint('publicListGuides', { query: { limit: 100 } });
  const list = usePagedList('publicListGuides', filter);
  const change = (part: Partial<typeof filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    keepInAddress(linkTo('/services', { ...next }));
  };
  const names = all.state === 'ready' ? byLifeEvent(all.data.items).map((event) => event.name) : [];
  const events = filter.lifeEvent && !names.includes(filter.lifeEvent) ? [filter.lifeEvent, ...names] : names;
  const filtered = Boolean(filter.q || filter.audience || filter.lifeEvent);
  return (
    <Screen title="办事指南" className="services-page">
      <Box as="h1" className="page-title">办事指南</Box>
      <FilterBar label="找要办的事" q={filter.q} onSearch={(q) => change({ q })}>
        <Choice id="filter-life-event" className="filter-life-event" label="什么事" value={filter.lifeEvent} options={[{ value: '', label: '全部事项' }, ...events.map((name) => ({ value: name, label: name }))]} onChange={(lifeEvent) => change({ lifeEvent })} />
      </FilterBar>
      <Box className="choices-line" role="radiogroup" label="谁来办">
        {AUDIENCES.map((audience) => (
          <Press key={audience.value} className="choice-pill" checked={filter.audience === audience.value} onPress={() => change({ audience: audience.value })}>{audience.word}</Press>
        ))}
      </Box>
      {list.state === 'loading' ? <Loading what="办事指南" /> : null}
      {list.state === 'failed' && list.failure ? <Failed failure={list.failure} onRetry={list.reload} /> : null}
      {list.state === 'ready' && list.items.length === 0 ? (
        <Empty title="没有符合条件的办事指南" hint={filtered ? '可以换一个说法，去掉条件，或者直接提问。' : '这里还没有办事指南。'}>
          {filtered ? <Press className="button-secondary" onPress={() => change({ q: '', audience: '', lifeEvent: '' })}>去掉全部条件</Press> : <Link to="/" className="button-secondary">回首页</Link>}
        </Empty>
      ) : null}
      {list.state === 'ready' && list.items.length ? (
        <>
          <Box as="ul" className="rows guide-list">{list.items.map((guide) => <GuideRow key={guide.id} guide={guide} />)}</Box>
          <More list={list} unit="项" />
        </>
      ) : null}
    </Screen>
  );
}
