import { endpoints, type LexiconDetailView, type LexiconEntryView, type LexiconVersionView } from '@govmedia-hub/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAct, useList } from '../../api/queries.js';
import { FilterBar, TextFilter } from '../../components/FilterBar.js';
import { useFilters } from '../../components/filters/use-filters.js';
import { ListTable } from '../../components/ListTable.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { entryColumns, tableWidth } from './entry-columns.js';
import { EntryDialog } from './entry-dialog.js';

const FILTERS = { q: 'text' } as const;

/** The entries of a version, searched and paged; those of a draft can be changed. */
export function EntriesPane({ lexicon, version, editable }: { lexicon: LexiconDetailView; version: LexiconVersionView; editable: boolean }) {
  const { modal, message } = App.useApp();
  const [filters, change, clear] = useFilters(FILTERS);
  const [editing, setEditing] = useState<LexiconEntryView | 'new' | null>(null);
  const list = useList(endpoints.listLexiconEntries, { params: { id: version.id }, query: { limit: 50, ...(filters.q ? { q: filters.q } : {}) } });
  const remove = useAct(endpoints.removeLexiconEntry, { shows: { endpoint: endpoints.getLexicon, id: lexicon.id }, done: () => void message.success('已从草稿删去。') });
  const ask = (entry: LexiconEntryView) => modal.confirm({
    title: `从草稿删去“${entry.term}”`, okText: '删去', cancelText: '取消', okButtonProps: { danger: true }, content: '只改草稿，在用的版本不变。',
    onOk: () => remove.mutateAsync({ params: { id: version.id }, body: { seenVersion: version.version, key: entry.key } }).catch(() => undefined),
  });
  const columns = entryColumns<LexiconEntryView>(lexicon.kind);
  return (
    <>
      <div className="row-between">
        <FilterBar onClear={clear} active={filters.q !== undefined}><TextFilter label="查找" value={filters.q} onChange={(q) => change({ q })} placeholder="词条、理由、来源等" width={260} /></FilterBar>
        {editable && <Button onClick={() => setEditing('new')}>添加一条</Button>}
      </div>
      <ProblemAlert problem={remove.error} />
      <ListTable
        list={list} unit="条" label="词条" rowKey="key" width={tableWidth(lexicon.kind)}
        columns={editable ? [...columns, { title: '操作', key: 'acts', width: 130, fixed: 'right', render: (_, row) => <span className="row"><button type="button" className="plain-link" aria-label={`修改${row.term}`} onClick={() => setEditing(row)}>修改</button><button type="button" className="plain-link" aria-label={`删去${row.term}`} onClick={() => ask(row)}>删去</button></span> }] : columns}
        empty={filters.q ? { title: '没有找到', hint: '换一个词再查，或清除筛选。' } : { title: '这个版本没有词条', hint: editable ? '可以用 Excel 导入，或逐条添加。' : '没有词条的版本不产生检查结果。' }}
      />
      {editing && <EntryDialog key={editing === 'new' ? 'new' : editing.key} lexicon={lexicon} version={version} entry={editing === 'new' ? null : editing} close={() => setEditing(null)} />}
    </>
  );
}
