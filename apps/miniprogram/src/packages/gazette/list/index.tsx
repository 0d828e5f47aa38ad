import { VALIDITIES, VALIDITY_WORDS, type Validity } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { useEndpoint, usePagedList } from '../../../api/use-endpoint.js';
import { FilterBar } from '../../../components/filter-bar.js';
import { More } from '../../../components/more.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Choice, Link, Press, Words } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { cutAtSpans } from '../../../words/spans.js';
import { IssueRow, issueName } from '../issue-row.js';
import { ItemMarks } from '../item-marks.js';

interface Filter { q: string; issuer: string; validity: string; year: string }

const NOTHING: Filter = { q: '', issuer: '', validity: '', year: '' };
const EARLIEST = 2000;
const VALIDITY_OPTIONS = [{ value: '', label: '全部效力' }, ...VALIDITIES.map((validity) => ({ value: validity as string, label: VALIDITY_WORDS[validity].label }))];
const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const YEAR_OPTIONS = [{ value: '', label: '全部年份' }, ...Array.from({ length: thisYear - EARLIEST + 1 }, (_, back) => ({ value: String(thisYear - back), label: `${thisYear - back}年成文` })), { value: 'before', label: `${EARLIEST}年以前` }];

/** The days between which a document was signed. */
const between = (year: string): { fromOn?: string; toOn?: string } => (year === '' ? {} : year === 'before' ? { toOn: `${EARLIEST - 1}-12-31` } : { fromOn: `${year}-01-01`, toOn: `${year}-12-31` });

function Issues() {
  const list = usePagedList('publicListGazetteIssues', {});
  if (list.state === 'loading') return <Loading what="政府公报" />;
  if (list.state === 'failed' && list.failure) return <Failed failure={list.failure} onRetry={list.reload} />;
  if (list.items.length === 0) return <Empty title="还没有公报" hint="出版的公报会列在这里。" />;
  return (
    <>
      <Box as="ul" className="rows issue-list">{list.items.map((issue) => <IssueRow key={issue.id} issue={issue} />)}</Box>
      <More list={list} unit="期" />
    </>
  );
}

function Hits({ filter, onClear }: { filter: Filter; onClear: () => void }) {
  const list = usePagedList('publicSearchGazette', { q: filter.q, issuer: filter.issuer, validity: filter.validity as Validity, ...between(filter.year) });
  if (list.state === 'loading') return <Loading what="公报里的文件" />;
  if (list.state === 'failed' && list.failure) return <Failed failure={list.failure} onRetry={list.reload} />;
  if (list.items.length === 0) return <Empty title="公报里没有查到" hint="可以换一个词，用文号查找，或者去掉限制。"><Press className="button-secondary" onPress={onClear}>看全部公报</Press></Empty>;
  return (
    <>
      <Box as="ul" className="rows hit-list">
        {list.items.map((hit) => (
          <Box as="li" key={hit.id} className="row hit-row">
            <Link to={linkTo('/gazette/item', { id: hit.id })} className="row-title">{hit.title}</Link>
            {hit.excerpt ? <Box className="row-excerpt">{cutAtSpans(hit.excerpt, hit.highlights).map((piece, at) => <Words key={at} as={piece.mark ? 'mark' : 'span'}>{piece.text}</Words>)}</Box> : null}
            <Box className="row-meta"><ItemMarks item={hit} /><Words>{issueName(hit.issue)}</Words></Box>
          </Box>
        ))}
      </Box>
      <More list={list} unit="份" />
      <Press className="button-secondary" onPress={onClear}>看全部公报</Press>
    </>
  );
}

/** 政府公报: issues, and everything in them to be searched. */
export default function Gazette() {
  const params = useParams();
  const [filter, setFilter] = useState<Filter>({ q: params.q ?? '', issuer: params.issuer ?? '', validity: params.validity ?? '', year: params.year ?? '' });
  const issuers = useEndpoint('publicListGazetteIssuers', {});
  const names = issuers.state === 'ready' ? issuers.data.map(({ name, items }) => ({ value: name, label: `${name}（${items}份）` })) : [];
  const kept = filter.issuer && !names.some(({ value }) => value === filter.issuer) ? [{ value: filter.issuer, label: filter.issuer }] : [];
  const change = (part: Partial<Filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    keepInAddress(linkTo('/gazette', { ...next }));
  };
  return (
    <Screen title="政府公报" className="gazette-page" share={{ link: linkTo('/gazette') }}>
      <Box as="h1" className="page-title">政府公报</Box>
      <Box as="p" className="page-lead">公报上登载的文件文本是标准文本。可以按期查看，也可以查找历年登载的文件。</Box>
      <FilterBar label="文号、标题或正文里的词" q={filter.q} onSearch={(q) => change({ q })}>
        <Choice id="filter-issuer" className="filter-issuer" label="制发机关" value={filter.issuer} options={[{ value: '', label: '全部制发机关' }, ...kept, ...names]} onChange={(issuer) => change({ issuer })} />
        <Choice id="filter-year" className="filter-year" label="成文年份" value={filter.year} options={YEAR_OPTIONS} onChange={(year) => change({ year })} />
        <Choice id="filter-validity" className="filter-validity" label="效力" value={filter.validity} options={VALIDITY_OPTIONS} onChange={(validity) => change({ validity })} />
      </FilterBar>
      {Object.values(filter).some(Boolean) ? <Hits filter={filter} onClear={() => change(NOTHING)} /> : <Issues />}
    </Screen>
  );
}
