import type { PassageView, SearchQuery } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { AreaChoice, areaQuery } from '../../../components/area-choice.js';
import { FilterBar } from '../../../components/filter-bar.js';
import { PassageCard } from '../../../components/passage-card.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Choice, Link, Press } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';

const KINDS: { value: PassageView['kind'] | ''; word: string }[] = [
  { value: '', word: '全部' },
  { value: 'article', word: '政策' },
  { value: 'qa', word: '问答' },
  { value: 'guide', word: '办事' },
  { value: 'interpretation', word: '解读' },
];
/** Fetched at once, and shown at a time. */
const FETCHED = 50;
const STEP = 15;

interface Filter { q: string; kind: PassageView['kind'] | ''; validity: string; since: string; issuer: string; topic: string; area: string }

function narrowing({ kind, validity, since, issuer, topic, area }: Filter): Omit<SearchQuery, 'q'> {
  return { ...(kind ? { kind } : {}), ...(validity ? { validity: 'in_force' } : {}), ...(since ? { from: `${since}-01-01` } : {}), ...(issuer ? { issuer } : {}), ...(topic ? { topic } : {}), ...areaQuery(area) };
}

/** Offered, never taken without being asked for. */
function Meant({ meant, onTake }: { meant: string; onTake: (q: string) => void }) {
  return (
    <Box className="choices-line">
      <Press className="choice-pill" onPress={() => onTake(meant)}>您是不是要找“{meant}”</Press>
    </Box>
  );
}

const THIS_YEAR = new Date().getFullYear();
const SINCE = ['', String(THIS_YEAR - 1), String(THIS_YEAR - 3), String(THIS_YEAR - 5)];

/** What was chosen stays among the choices, also when nothing is found by it. */
const optionsOf = (all: string, values: readonly string[], chosen: string) => [{ value: '', label: all }, ...[...new Set(chosen ? [chosen, ...values] : values)].map((value) => ({ value, label: value }))];

function Narrowing({ filter, change, issuers, topics }: { filter: Filter; change: (part: Partial<Filter>) => void; issuers: readonly string[]; topics: readonly string[] }) {
  return (
    <>
      <AreaChoice value={filter.area} onChange={(area) => change({ area })} />
      <Choice id="filter-since" className="filter-since" label="发布年份" value={filter.since} options={SINCE.map((year) => ({ value: year, label: year ? `${year}年以来` : '不限年份' }))} onChange={(since) => change({ since })} />
      <Choice id="filter-issuer" className="filter-issuer" label="发布单位" value={filter.issuer} options={optionsOf('不限单位', issuers, filter.issuer)} onChange={(issuer) => change({ issuer })} />
      <Choice id="filter-topic" className="filter-topic" label="主题" value={filter.topic} options={optionsOf('不限主题', topics, filter.topic)} onChange={(topic) => change({ topic })} />
    </>
  );
}

export default function Search() {
  const params = useParams();
  const [filter, setFilter] = useState<Filter>({ q: params.q ?? '', kind: (params.kind ?? '') as PassageView['kind'] | '', validity: params.validity ?? '', since: params.since ?? '', issuer: params.issuer ?? '', topic: params.topic ?? '', area: params.area ?? '' });
  const found = useEndpoint('publicSearch', filter.q ? { query: { q: filter.q, limit: FETCHED, ...narrowing(filter) } } : null);
  const [shown, setShown] = useState(STEP);
  const change = (part: Partial<typeof filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    setShown(STEP);
    keepInAddress(linkTo('/search', { ...next }));
  };
  return (
    <Screen title={filter.q ? `搜索：${filter.q}` : '搜索'} className="search-page">
      <Box as="h1" className="page-title">搜索</Box>
      <FilterBar label="搜政策、问答、办事指南" q={filter.q} onSearch={(q) => change({ q })} suggesting>
        {filter.q ? <Narrowing filter={filter} change={change} issuers={found.state === 'ready' ? found.data.issuers : []} topics={found.state === 'ready' ? found.data.topics : []} /> : null}
      </FilterBar>
      <Box className="choices-line" role="radiogroup" label="内容种类">
        {KINDS.map((kind) => (
          <Press key={kind.value} className="choice-pill" checked={filter.kind === kind.value} onPress={() => change({ kind: kind.value })}>{kind.word}</Press>
        ))}
        {filter.q ? <Press className="choice-pill" pressed={filter.validity !== ''} onPress={() => change({ validity: filter.validity ? '' : 'in_force' })}>只看现行有效</Press> : null}
      </Box>
      {found.state === 'ready' && found.data.didYouMean ? <Meant meant={found.data.didYouMean} onTake={(q) => change({ q })} /> : null}
      {found.state === 'idle' ? <Empty title="输入要找的词" hint="可以是文号、政策名称，也可以是平常的话。" /> : null}
      {found.state === 'loading' ? <Loading what="搜索结果" /> : null}
      {found.state === 'failed' ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
      {found.state === 'ready' && found.data.items.length === 0 ? (
        <Empty title={`没有找到“${filter.q}”`} hint="可以换一个说法，或者把问题交给承办单位。">
          <Link to={linkTo('/ticket/new', { question: filter.q })} className="button-secondary send-on">把问题交给承办单位</Link>
        </Empty>
      ) : null}
      {found.state === 'ready' && found.data.items.length ? (
        <>
          <Box as="h2" className="more-count">共 {found.data.total} 条{found.data.more ? '以上' : ''}{found.data.total > found.data.items.length ? `，最多显示最相关的 ${FETCHED} 条` : ''}</Box>
          <Box as="ul" className="passage-list">{found.data.items.slice(0, shown).map((passage, index) => <PassageCard key={index} passage={passage} />)}</Box>
          {found.data.items.length > shown ? <Press className="button-secondary more-button" onPress={() => setShown(shown + STEP)}>再显示一些</Press> : null}
        </>
      ) : null}
    </Screen>
  );
}
