import { Column, PrimaryColumn, getMetadataArgsStorage, type ColumnOptions } from 'typeorm';

/**
 * Column kinds that mean the same on SQLite, MySQL and MariaDB. Entities use these and nothing else:
 * native json, enum, and created-at columns drift between the databases.
 */
const longColumns: { target: unknown; property: string | symbol }[] = [];

/** varchar(36) primary key, made by newId(). */
export const Id = () => PrimaryColumn('varchar', { length: 36 });
export const Text = (length: number, options: Pick<ColumnOptions, 'nullable' | 'primary' | 'unique'> = {}) => Column('varchar', { length, ...options });
export const NullableText = (length: number) => Column('varchar', { length, nullable: true });
export const IdColumn = (options: Pick<ColumnOptions, 'nullable'> = {}) => Column('varchar', { length: 36, ...options });
/** 'YYYY-MM-DD', kept as text: a civil date has no zone to be shifted by. */
export const DateColumn = (options: Pick<ColumnOptions, 'nullable'> = {}) => Column('varchar', { length: 10, ...options });
/** UTC instant with milliseconds. */
export const Instant = (options: Pick<ColumnOptions, 'nullable'> = {}) => Column('datetime', { precision: 3, ...options });
export const Whole = (options: Pick<ColumnOptions, 'nullable'> = {}) => Column('integer', options);
export const Flag = (options: Pick<ColumnOptions, 'nullable'> = {}) => Column('boolean', options);

/** Text without a practical end: text on SQLite, longtext on MySQL, whose text ends at 64 KB while laws do not. */
export const LongText = (options: ColumnOptions = {}): PropertyDecorator => (target, property) => {
  longColumns.push({ target: target.constructor, property });
  Column('text', options)(target, property);
};

/** A JSON value in a LongText column. */
export const LongJson = (options: ColumnOptions = {}): PropertyDecorator =>
  LongText({
    ...options,
    transformer: {
      to: (value: unknown) => (value === undefined || value === null ? value : JSON.stringify(value)),
      from: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
    },
  });

/** Points the long columns at the database in use; called once before a data source is opened. */
export function useLongTextType(type: 'text' | 'longtext'): void {
  for (const { target, property } of longColumns)
    for (const column of getMetadataArgsStorage().columns)
      if (column.target === target && column.propertyName === property) column.options.type = type;
}
