import { DISCLOSURE_STATE_WORDS, DISCLOSURE_STATES, type DisclosureDutyView, type DisclosureEntryView, type DisclosureItemsView, type DisclosureState } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { OutsideLink } from '../../../components/outside-link.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Choice, Link, Press, Words } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords } from '../../../words/dates.js';

const GROUPINGS = [{ value: '', word: '按主题看' }, { value: 'unit', word: '按单位看' }] as const;
const STATE_OPTIONS = [{ value: '', label: '全部状态' }, ...DISCLOSURE_STATES.map((state) => ({ value: state as string, label: DISCLOSURE_STATE_WORDS[state].label }))];
/** Groups drawn at once; a city has hundreds of duties. */
const STEP = 4;

interface Filter { topic: string; org: string; state: string; by: string }

function StateChip({ state }: { state: DisclosureState }) {
  return (
    <Words className={`validity disclosure-${state}`}>
      <Words className="validity-shape" hidden>{DISCLOSURE_STATE_WORDS[state].shape}</Words>
      <Words className="validity-word">{DISCLOSURE_STATE_WORDS[state].label}</Words>
    </Words>
  );
}

const Entry = ({ entry }: { entry: DisclosureEntryView }) => (
  <Box as="li" className="disclosure-entry">
    {entry.link.startsWith('/') ? <Link inline to={entry.link}>{entry.title}</Link> : <OutsideLink href={entry.link}>{entry.title}</OutsideLink>}
    <Words className="row-date">{dateWords(entry.publishedOn)}</Words>
  </Box>
);

function Duty({ duty, by }: { duty: DisclosureDutyView; by: string }) {
  const every = duty.months === null ? '有变动时更新' : `至少每${duty.months}个月更新一次`;
  return (
    <Box as="li" className="row disclosure-duty">
      <Box as="h3" className="row-title is-plain">{duty.itemName}</Box>
      <Box className="row-meta">
        <StateChip state={duty.state} />
        <Words>{by === 'unit' ? duty.topic : duty.orgName}</Words>
      </Box>
      <Box className="row-meta">
        {duty.lastOn ? <Words>最近公开 {dateWords(duty.lastOn)}</Words> : null}
        {duty.dueOn ? <Words>{duty.lastOn ? '应不晚于' : '首次公开应不晚于'} {dateWords(duty.dueOn)}{duty.lastOn ? ' 更新' : ''}</Words> : null}
        <Words>{every}</Words>
      </Box>
      {duty.entries.length ? <Box as="ul" className="disclosure-entries" label="已公开的内容">{duty.entries.map((entry, index) => <Entry key={index} entry={entry} />)}</Box> : null}
      {duty.disclosed > duty.entries.length ? <Box className="row-meta">共 {duty.disclosed} 条，这里列出最近 {duty.entries.length} 条</Box> : null}
      <Box className="row-meta">依据：{duty.basis}</Box>
    </Box>
  );
}

function grouped(duties: readonly DisclosureDutyView[], by: string): [string, DisclosureDutyView[]][] {
  const groups = new Map<string, DisclosureDutyView[]>();
  for (const duty of duties) {
    const name = by === 'unit' ? duty.orgName : duty.topic;
    groups.set(name, [...(groups.get(name) ?? []), duty]);
  }
  return [...groups];
}

const summary = ({ counts }: DisclosureItemsView): string => `${DISCLOSURE_STATES.map((state) => `${DISCLOSURE_STATE_WORDS[state].label} ${counts[state]} 项`).join('，')}。`;

/** 主动公开目录: what must be public, by whom, since when, and what is missing. */
export default function DisclosureItems() {
  const params = useParams();
  const [filter, setFilter] = useState<Filter>({ topic: params.topic ?? '', org: params.org ?? '', state: params.state ?? '', by: params.by ?? '' });
  const [shown, setShown] = useState(STEP);
  const { topic, org, by } = filter;
  const state = DISCLOSURE_STATES.find((each) => each === filter.state);
  const found = useEndpoint('publicListDisclosureItems', { query: { ...(topic ? { topic } : {}), ...(org ? { orgId: org } : {}), ...(state ? { state } : {}) } });
  const change = (part: Partial<Filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    setShown(STEP);
    keepInAddress(linkTo('/disclosure', { ...next }));
  };
  const view = found.state === 'ready' ? found.data : null;
  const groups = view ? grouped(view.duties, by) : [];
  const topicOptions = [{ value: '', label: '全部主题' }, ...(view?.topics ?? (topic ? [topic] : [])).map((each) => ({ value: each, label: each }))];
  const unitOptions = [{ value: '', label: '全部单位' }, ...(view?.units ?? (org ? [{ id: org, name: '所选单位' }] : [])).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Screen title="主动公开目录" className="disclosure-page" share={{ link: linkTo('/disclosure') }}>
      <Box as="h1" className="page-title">主动公开目录</Box>
      <Box as="p" className="page-lead">法规要求各单位主动公开的事项，公开到哪一天，什么时候该更新，哪些还没有公开。</Box>
      <Box className="choices-line" role="radiogroup" label="排列方式">
        {GROUPINGS.map(({ value, word }) => <Press key={value} className="choice-pill" checked={by === value} onPress={() => change({ by: value })}>{word}</Press>)}
      </Box>
      <Box className="filter-choices disclosure-choices">
        <Choice id="filter-topic" className="filter-topic" label="主题" value={topic} options={topicOptions} onChange={(value) => change({ topic: value })} />
        <Choice id="filter-unit" className="filter-unit" label="单位" value={org} options={unitOptions} onChange={(value) => change({ org: value })} />
        <Choice id="filter-state" className="filter-state" label="状态" value={filter.state} options={STATE_OPTIONS} onChange={(value) => change({ state: value })} />
      </Box>
      {found.state === 'loading' ? <Loading what="主动公开目录" /> : null}
      {found.state === 'failed' ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
      {view ? <Box as="p" className="disclosure-summary" role="status">{dateWords(view.on)}：{summary(view)}</Box> : null}
      {view && groups.length === 0 ? (
        <Empty title="没有符合条件的事项" hint="可以换一个单位，或者去掉状态的限制。">
          {topic || org || state ? <Press className="button-secondary" onPress={() => change({ topic: '', org: '', state: '' })}>去掉全部条件</Press> : null}
        </Empty>
      ) : null}
      {groups.slice(0, shown).map(([name, duties]) => (
        <Box as="section" key={name} className="disclosure-group">
          <Box as="h2" className="part-title">{name}</Box>
          <Box as="ul" className="rows">{duties.map((duty) => <Duty key={duty.itemCode + duty.orgId} duty={duty} by={by} />)}</Box>
        </Box>
      ))}
      {groups.length > shown ? <Press className="button-secondary more-button" onPress={() => setShown(shown + STEP)}>再显示一些</Press> : null}
      {view ? <Box className="disclosure-rules">{view.rules.map((rule) => <Box as="p" key={rule} className="row-meta">{rule}</Box>)}</Box> : null}
    </Screen>
  );
}
