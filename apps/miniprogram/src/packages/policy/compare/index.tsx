import type { DocumentVersionView, VersionComparisonView, VersionPartView } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { Screen } from '../../../components/screen.js';
import { Empty, Failed, Loading } from '../../../components/states.js';
import { Box, Link, Press, Words } from '../../../elements/elements.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords } from '../../../words/dates.js';
import { titled } from '../../../words/names.js';

type Row = VersionComparisonView['rows'][number];

const KIND_WORDS: Record<Exclude<Row['kind'], 'same'>, string> = { changed: '◐ 有改动', moved: '↕ 只有条号变化', added: '＋ 新增', removed: '－ 删去' };

const period = ({ fromOn, toOn }: DocumentVersionView): string => `${fromOn ? `${dateWords(fromOn)}起` : ''}${toOn ? `至${dateWords(toOn)}` : ''}`;

function Side({ part, row, side }: { part: VersionPartView | null; row: Row; side: 'before' | 'after' }) {
  if (!part) return <Box className={`compare-side compare-${side} is-none`}>{side === 'before' ? '原来没有这一条' : '已删去'}</Box>;
  const skip = side === 'before' ? 'added' : 'removed';
  return (
    <Box className={`compare-side compare-${side}`}>
      <Words className="compare-side-name">{side === 'before' ? '修改前' : '修改后'}</Words>
      <Box className="compare-text">
        {part.label ? <Words as="strong">{part.label}　</Words> : null}
        {row.kind === 'changed'
          ? row.pieces.filter((piece) => piece.kind !== skip).map((piece, index) => <Words key={index} className={piece.kind === 'same' ? undefined : `piece-${piece.kind}`}>{piece.text}</Words>)
          : <Words>{[part.heading, part.text].filter(Boolean).join('\n')}</Words>}
      </Box>
    </Box>
  );
}

function Comparison({ comparison, onlyChanged }: { comparison: VersionComparisonView; onlyChanged: boolean }) {
  const rows = comparison.rows.filter((row) => !onlyChanged || row.kind !== 'same');
  if (!rows.length) return <Empty title="这两个版本没有不同" hint="可以看全部条款。" />;
  return (
    <Box as="ul" className="compare-rows">
      {rows.map((row, index) => (
        <Box as="li" key={index} className={`compare-row compare-kind-${row.kind}`}>
          {row.kind === 'same' ? null : <Box as="p" className="compare-kind">{KIND_WORDS[row.kind]}</Box>}
          {row.kind === 'same' || row.kind === 'moved' ? (
            <Box className="compare-text">
              <Words as="strong">{row.kind === 'moved' ? `${row.before?.label} 改为 ${row.after?.label}` : row.after?.label}　</Words>
              <Words>{[row.after?.heading, row.after?.text].filter(Boolean).join('\n')}</Words>
            </Box>
          ) : (
            <Box className="compare-pair">
              <Side part={row.before} row={row} side="before" />
              <Side part={row.after} row={row} side="after" />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}

/** What an amendment changed, article by article. */
export default function ComparePage() {
  const { id = '', from, to } = useParams();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const loaded = useEndpoint('publicCompareVersions', id ? { params: { id }, query: { ...(from ? { from: Number(from) } : {}), ...(to ? { to: Number(to) } : {}) } } : null);
  const data = loaded.state === 'ready' ? loaded.data : null;
  return (
    <Screen title="修改前后对照" className="compare-page" share={{ link: linkTo('/compare', { id, from: from ?? '', to: to ?? '' }), source: data?.document.title }}>
      <Box as="h1" className="page-title">修改前后对照</Box>
      {loaded.state === 'loading' ? <Loading what="两个版本" /> : null}
      {loaded.state === 'idle' ? <Failed failure={{ kind: 'missing', title: '链接里没有写明是哪份政策', hint: '可以从政策列表里找。', next: null, code: null, fields: [], requestId: null }} /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {data ? (
        <>
          <Box as="p" className="compare-of"><Link inline to={policyLink(id)}>{titled(data.document.title)}</Link>{data.document.docNumber ? `（${data.document.docNumber}）` : ''}</Box>
          <Box as="p" className="row-meta">修改前：{period(data.before)}</Box>
          <Box as="p" className="row-meta">修改后：{period(data.after)}{data.after.by ? `，依据${titled(data.after.by.title)}${data.after.by.docNumber ? `（${data.after.by.docNumber}）` : ''}` : ''}</Box>
          <Box className="compare-choice"><Press className="button-secondary" pressed={onlyChanged} onPress={() => setOnlyChanged(!onlyChanged)}>{onlyChanged ? '显示全部条款' : '只看有改动的'}</Press></Box>
          <Comparison comparison={data} onlyChanged={onlyChanged} />
        </>
      ) : null}
    </Screen>
  );
}
