/** What a synchronous SQLite driver offers, as far as it is needed here. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  close(): unknown;
}

interface SqliteStatement {
  get(key: string): unknown;
  raw(): SqliteStatement;
  columns(): { name: string }[];
}

/** Milliseconds for which a read transaction is kept: what another process commits may stay unseen so long. */
const LOOK_MS = 10;

/**
 * Reads of one row by one key on a connection of their own. Entering and leaving a read transaction costs SQLite more than the
 * read itself (its locks are calls of the system), so the reads of some milliseconds share one; a commit of this process ends
 * it early, so that whoever asks after a change sees it.
 */
export class KeyedReads {
  private looking = false;
  private end: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly connection: SqliteConnection) {}

  /**
   * @param sql a question with one '?' whose columns have plain names; it is prepared when it is first asked
   * @returns the row as the text of a JSON object
   */
  prepare(sql: string): (key: string) => string | undefined {
    let statement: SqliteStatement | null = null;
    return (key) => {
      statement ??= this.asText(sql);
      this.look();
      return (statement.get(key) as [string] | undefined)?.[0];
    };
  }

  /** The next read sees everything that has been committed until now. */
  readonly refresh = (): void => {
    if (!this.looking) return;
    this.looking = false;
    clearTimeout(this.end);
    this.connection.exec('COMMIT');
  };

  close(): void {
    if (this.closed) return;
    this.refresh();
    this.closed = true;
    this.connection.close();
  }

  private look(): void {
    if (this.looking) return;
    this.connection.exec('BEGIN');
    this.looking = true;
    this.end = setTimeout(this.refresh, LOOK_MS).unref();
  }

  /** One text of all columns: handing it over costs less than handing over each column by itself. */
  private asText(sql: string): SqliteStatement {
    const columns = this.connection.prepare(sql).columns().map(({ name }) => `'${name}', "${name}"`);
    return this.connection.prepare(`SELECT json_object(${columns.join(', ')}) FROM (${sql})`).raw();
  }
}
