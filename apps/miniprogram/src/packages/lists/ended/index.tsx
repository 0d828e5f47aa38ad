import { ENDED_VALIDITIES, VALIDITY_WORDS, type DocumentKind, type EndedDocumentView, type EndedValidity } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { queryString, toWireRequest } from '../../../api/endpoint-call.js';
import { usePagedList } from '../../../api/use-endpoint.js';
import { AttachmentLink } from '../../../components/attachment-link.js';
import { FilterBar } from '../../../components/filter-bar.js';
import { More } from '../../../components/more.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { DocNumber, ValidityChip } from '../../../components/validity-chip.js';
import { Box, Choice, Link, Press, Words } from '../../../elements/elements.js';
import { keepInAddress } from '../../../routes/address.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords } from '../../../words/dates.js';
import { titled } from '../../../words/names.js';

const VALIDITY_OPTIONS = [{ value: '', label: '废止、失效和到期' }, ...ENDED_VALIDITIES.map((validity) => ({ value: validity as string, label: VALIDITY_WORDS[validity].label }))];
const KIND_OPTIONS = [{ value: 'official', label: '政策文件' }, { value: 'law', label: '法律法规' }, { value: 'all', label: '全部类别' }];

interface Filter { q: string; validity: string; kind: string }

function EndedRow({ row }: { row: EndedDocumentView }) {
  return (
    <Box as="li" className="row ended-row">
      {row.hasText ? <Link to={policyLink(row.id)} className="row-title">{row.title}</Link> : <Words className="row-title is-plain">{row.title}</Words>}
      <Box className="row-meta">
        {row.docNumber ? <DocNumber number={row.docNumber} validity={row.validity} /> : null}
        <ValidityChip validity={row.validity} />
        {row.endedOn ? <Words className="row-date">{dateWords(row.endedOn)}起</Words> : null}
      </Box>
      {row.by ? (
        <Box className="row-meta ended-by">
          依据：{row.by.id ? <Link inline to={policyLink(row.by.id)}>{titled(row.by.title)}</Link> : titled(row.by.title)}{row.by.docNumber ? `（${row.by.docNumber}）` : ''}
        </Box>
      ) : row.validity === 'expired' ? <Box className="row-meta ended-by">文件写明的有效期已满</Box> : null}
    </Box>
  );
}

/** 失效文件清单: what must no longer be relied on, since when, and by what. */
export default function EndedDocuments() {
  const params = useParams();
  const [filter, setFilter] = useState<Filter>({ q: params.q ?? '', validity: params.validity ?? '', kind: params.kind ?? 'official' });
  const query = { q: filter.q, validity: filter.validity as EndedValidity, kind: (filter.kind === 'all' ? '' : filter.kind) as DocumentKind };
  const list = usePagedList('publicListEnded', query);
  const change = (part: Partial<Filter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    keepInAddress(linkTo('/ended', { ...next }));
  };
  const filtered = Boolean(filter.q || filter.validity);
  const wire = toWireRequest('publicExportEnded', { query });
  return (
    <Screen title="失效文件清单" className="ended-page" share={{ link: linkTo('/ended') }}>
      <Box as="h1" className="page-title">失效文件清单</Box>
      <Box as="p" className="page-lead">下列文件已经废止、宣布失效或者有效期已满，不能再作为办事依据。</Box>
      <FilterBar label="按标题或文号查找" q={filter.q} onSearch={(q) => change({ q })}>
        <Choice id="filter-validity" className="filter-validity" label="失效方式" value={filter.validity} options={VALIDITY_OPTIONS} onChange={(validity) => change({ validity })} />
        <Choice id="filter-kind" className="filter-kind" label="类别" value={filter.kind} options={KIND_OPTIONS} onChange={(kind) => change({ kind })} />
      </FilterBar>
      {list.state === 'loading' ? <Loading what="失效文件清单" /> : null}
      {list.state === 'failed' && list.failure ? <Failed failure={list.failure} onRetry={list.reload} /> : null}
      {list.state === 'ready' && list.items.length === 0 ? (
        <Empty title="没有符合条件的失效文件" hint={filtered ? '可以换一个词，或者去掉限制。没有列在这里的文件，请到政策文件里查看效力。' : '目前没有公布失效的文件。'}>
          {filtered ? <Press className="button-secondary" onPress={() => change({ q: '', validity: '' })}>去掉全部条件</Press> : null}
        </Empty>
      ) : null}
      {list.state === 'ready' && list.items.length ? (
        <>
          <Box className="list-export"><AttachmentLink name="失效文件清单.xlsx" path={wire.path + queryString(wire.query)} /></Box>
          <Box as="ul" className="rows ended-list">{list.items.map((row) => <EndedRow key={row.id} row={row} />)}</Box>
          <More list={list} unit="件" />
        </>
      ) : null}
    </Screen>
  );
}
