import { TOPICS, VALIDITIES, VALIDITY_WORDS, type Validity } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { useEndpoint, usePagedList } from '../../../api/use-endpoint.js';
import { AreaChoice, areaQuery } from '../../../components/area-choice.js';
import { FilterBar } from '../../../components/filter-bar.js';
import { More } from '../../../components/more.js';
import { PolicyRow } from '../../../components/rows.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Choice, Link, Press } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';

const VALIDITY_OPTIONS = [{ value: '', label: '全部效力' }, ...VALIDITIES.map((v) => ({ value: v as string, label: VALIDITY_WORDS[v].label }))];
/** Enough to see which topics the library uses. */
const TOPIC_SAMPLE = 100;

/** The topics that occur in the library; the agreed list while it is not known. */
function useTopicOptions(chosen: string): { value: string; label: string }[] {
  const sample = useEndpoint('publicListDocuments', { query: { limit: TOPIC_SAMPLE } });
  const found = sample.state === 'ready' ? sample.data.items.flatMap((policy) => (policy.topic ? [policy.topic] : [])) : [...TOPICS];
  const topics = [...new Set(chosen ? [chosen, ...found] : found)].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  return [{ value: '', label: '全部主题' }, ...topics.map((topic) => ({ value: topic, label: topic }))];
}

interface Filter {
  q: string;
  validity: string;
  topic: string;
  area: string;
}

export default function Policies() {
  const params = useParams();
  const [filter, setFilter] = useState<Filter>({ q: params.q ?? '', validity: params.validity ?? '', topic: params.topic ?? '', area: params.area ?? '' });
  const list = usePagedList('publicListDocuments', { q: filter.q, validity: filter.validity as Validity, topic: filter.topic, ...areaQuery(filter.area) });
  const change = (part: Partial<Filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    keepInAddress(linkTo('/policies', { ...next }));
  };
  const topicOptions = useTopicOptions(filter.topic);
  const filtered = Boolean(filter.q || filter.validity || filter.topic || filter.area);
  return (
    <Screen title="政策文件" className="policies-page">
      <Box as="h1" className="page-title">政策文件</Box>
      <FilterBar label="按标题或文号查找" q={filter.q} onSearch={(q) => change({ q })}>
        <Choice id="filter-validity" className="filter-validity" label="效力" value={filter.validity} options={VALIDITY_OPTIONS} onChange={(validity) => change({ validity })} />
        <Choice id="filter-topic" className="filter-topic" label="主题" value={filter.topic} options={topicOptions} onChange={(topic) => change({ topic })} />
        <AreaChoice value={filter.area} onChange={(area) => change({ area })} />
      </FilterBar>
      <Box as="p" className="list-aside"><Link inline to="/ended">失效文件清单</Link><Link inline to="/gazette">政府公报</Link><Link inline to="/disclosure">主动公开目录</Link></Box>
      {list.state === 'loading' ? <Loading what="政策文件" /> : null}
      {list.state === 'failed' && list.failure ? <Failed failure={list.failure} onRetry={list.reload} /> : null}
      {list.state === 'ready' && list.items.length === 0 ? (
        <Empty title="没有符合条件的政策文件" hint={filtered ? '可以换一个词，或者去掉效力、主题、地域的限制。' : '这里还没有公开的政策文件。'}>
          {filtered ? <Press className="button-secondary" onPress={() => change({ q: '', validity: '', topic: '', area: '' })}>去掉全部条件</Press> : null}
        </Empty>
      ) : null}
      {list.state === 'ready' && list.items.length ? (
        <>
          <Box as="ul" className="rows policy-list">{list.items.map((policy) => <PolicyRow key={policy.id} policy={policy} />)}</Box>
          <More list={list} unit="件" />
        </>
      ) : null}
    </Screen>
  );
}
