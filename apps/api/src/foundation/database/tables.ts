import { Table, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** Short ways to write a portable migration; each matches the column kind of the same name in columns.ts. */
export const id = (name = 'id'): TableColumnOptions => ({ name, type: 'varchar', length: '36', isPrimary: name === 'id' });
export const idColumn = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'varchar', length: '36', isNullable });
export const text = (name: string, length: number, isNullable = false): TableColumnOptions => ({ name, type: 'varchar', length: String(length), isNullable });
export const date = (name: string, isNullable = false): TableColumnOptions => text(name, 10, isNullable);
export const instant = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'datetime', precision: 3, isNullable });
export const whole = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'integer', isNullable });
export const flag = (name: string): TableColumnOptions => ({ name, type: 'boolean' });
export const longText = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'longtext', isNullable });

/** Index columns; `unique` makes the database hold what the words promise. */
export interface IndexPlan { name: string; columns: string[]; unique?: boolean }

/** Creates a table on either database; longtext becomes text on SQLite. */
export async function createTable(runner: QueryRunner, name: string, columns: TableColumnOptions[], indices: IndexPlan[] = []): Promise<void> {
  const sqlite = runner.dataSource.options.type === 'better-sqlite3';
  await runner.createTable(
    new Table({
      name,
      columns: columns.map((column) => (sqlite && column.type === 'longtext' ? { ...column, type: 'text' } : column)),
      indices: indices.map((index) => ({ name: index.name, columnNames: index.columns, isUnique: index.unique ?? false })),
    }),
  );
}
