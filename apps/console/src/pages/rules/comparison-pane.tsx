import { endpoints, LEXICON_CHANGE_WORDS, type LexiconChangeKind, type LexiconChangeView, type LexiconDetailView, type LexiconEntry, type LexiconVersionView } from '@govmedia-hub/contracts';
import { Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useCall, useList } from '../../api/queries.js';
import { ChoiceFilter, FilterBar } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { StatusTag } from '../../components/StatusTag.js';
import { fieldsOf, fieldText, wordOf } from './entry-columns.js';

const FILTERS = { change: ['added', 'removed', 'changed'] } as const;
const TONES: Record<LexiconChangeKind, readonly ['good' | 'seal' | 'amber', string]> = { added: ['good', '＋'], removed: ['seal', '－'], changed: ['amber', '△'] };

/** What a version adds, drops and words differently, beside another one. */
export function ComparisonPane({ lexicon, version }: { lexicon: LexiconDetailView; version: LexiconVersionView }) {
  const others = lexicon.versions.filter((other) => other.id !== version.id && other.status !== 'draft');
  const [chosen, setChosen] = useState<string | null>(null);
  const [filters, change, clear] = useFilters(FILTERS);
  const before = chosen ?? (lexicon.inForce && lexicon.inForce.id !== version.id ? lexicon.inForce.id : others.find((other) => other.number < version.number)?.id ?? others[0]?.id);
  if (!before) return <p className="quiet">没有可以比较的其他版本，全部 {version.entries.toLocaleString('zh-CN')} 条都是新增。</p>;
  return (
    <>
      <FilterBar onClear={clear} active={filters.change !== undefined}>
        <label className="filter"><span>与哪一版比较</span><Select aria-label="与哪一版比较" value={before} style={{ width: 150 }} options={others.map((other) => ({ value: other.id, label: `第${other.number}版` }))} onChange={setChosen} /></label>
        <ChoiceFilter label="变化" value={filters.change} words={LEXICON_CHANGE_WORDS} onChange={(kind) => change({ change: kind })} />
      </FilterBar>
      <Changes lexicon={lexicon} version={version} before={before} change={filters.change} />
    </>
  );
}

function Changes({ lexicon, version, before, change }: { lexicon: LexiconDetailView; version: LexiconVersionView; before: string; change: LexiconChangeKind | undefined }) {
  const query = { with: before, limit: 50, ...(change ? { change } : {}) };
  const counts = useCall(endpoints.compareLexiconVersions, { params: { id: version.id }, query: { with: before, limit: 1 } });
  const list = useList(endpoints.compareLexiconVersions, { params: { id: version.id }, query });
  const fields = fieldsOf(lexicon.kind);
  const columns: TableColumnsType<LexiconChangeView> = [
    { title: '词条', key: 'term', width: 200, render: (_, row) => <span className="cell-title lexicon-term">{(row.after ?? row.before)!.term}</span> },
    { title: '变化', key: 'change', width: 90, render: (_, row) => <StatusTag tone={TONES[row.change][0]} shape={TONES[row.change][1]}>{LEXICON_CHANGE_WORDS[row.change]}</StatusTag> },
    { title: '内容', key: 'what', width: 700, render: (_, row) => (row.before && row.after ? <ul>{fields.filter((field) => fieldText(row.before!, field) !== fieldText(row.after!, field)).map((field) => <li key={field}>{wordOf(lexicon.kind, field)}：<del>{fieldText(row.before!, field) || '（空）'}</del> → <ins>{fieldText(row.after!, field) || '（空）'}</ins></li>)}</ul> : summary(lexicon, (row.after ?? row.before)!)) },
  ];
  return (
    <>
      {counts.data && <p className="import-part">与第{counts.data.withNumber}版相比：新增 <b>{counts.data.added}</b> 条，删去 <b>{counts.data.removed}</b> 条，修改 <b>{counts.data.changed}</b> 条，相同 {counts.data.same.toLocaleString('zh-CN')} 条。</p>}
      <ListTable list={list} columns={columns} unit="处变化" label="版本差异" rowKey="key" width={990} empty={{ title: '没有变化' }} />
    </>
  );
}

const summary = (lexicon: LexiconDetailView, entry: LexiconEntry): string => fieldsOf(lexicon.kind).slice(1).flatMap((field) => (fieldText(entry, field) ? [`${wordOf(lexicon.kind, field)}：${fieldText(entry, field)}`] : [])).join('；');
