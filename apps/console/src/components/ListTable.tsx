import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { ListState } from '../api/queries.js';
import { EmptyState } from './PageHeader.js';
import { ProblemAlert } from './ProblemAlert.js';

/** A cursor-paged table: count above, first column frozen, more rows below on demand. */
export function ListTable<T extends object>({ list, columns, unit, label, empty, rowKey = 'id', width = 960, rowSelection }: {
  list: ListState<T>;
  columns: TableColumnsType<T>;
  /** 份, 个, 条 */
  unit: string;
  label: string;
  empty: { title: string; hint?: ReactNode; action?: ReactNode };
  rowKey?: string | ((row: T) => string);
  width?: number;
  rowSelection?: { selectedRowKeys: React.Key[]; onChange: (keys: React.Key[], rows: T[]) => void; getCheckboxProps?: (row: T) => { disabled?: boolean; 'aria-label'?: string } };
}) {
  const frozen = columns.map((column, i) => (i === 0 ? { fixed: 'left' as const, ...column } : column));
  return (
    <>
      <ProblemAlert problem={list.problem} retry={list.reload} />
      <p className="list-count" role="status">{list.total === null ? (list.problem ? '没有取到列表' : '正在读取…') : <>共 <b>{list.total}</b> {unit}{list.items.length < list.total ? `，已显示 ${list.items.length} ${unit}` : ''}</>}</p>
      <Table<T>
        aria-label={label}
        rowKey={rowKey}
        dataSource={list.items}
        columns={frozen}
        pagination={false}
        loading={{ spinning: list.loading && list.items.length === 0, delay: 200 }}
        scroll={{ x: width }}
        sticky={{ offsetHeader: 48 }}
        {...(rowSelection ? { rowSelection } : {})}
        locale={{ emptyText: list.loading || list.problem ? ' ' : <EmptyState title={empty.title} action={empty.action}>{empty.hint}</EmptyState> }}
      />
      {list.hasMore && <div className="list-more"><Button onClick={list.more} loading={list.loadingMore}>显示更多</Button></div>}
    </>
  );
}
