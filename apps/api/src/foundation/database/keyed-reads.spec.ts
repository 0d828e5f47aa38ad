import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyedReads, type SqliteConnection } from './keyed-reads.js';

const SQLite = createRequire(__filename)('libsql') as new (file: string, options?: { readonly: boolean }) => SqliteConnection;

describe('reads of one row by its key', () => {
  let folder: string;
  let writer: SqliteConnection;
  let reads: KeyedReads;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-keyed-'));
    writer = new SQLite(join(folder, 'a.sqlite'));
    writer.exec('PRAGMA journal_mode = WAL');
    writer.exec(`CREATE TABLE accounts (id TEXT PRIMARY KEY, name TEXT, closedOn TEXT); INSERT INTO accounts VALUES ('a', '云溪发布"一"', NULL)`);
    reads = new KeyedReads(new SQLite(join(folder, 'a.sqlite'), { readonly: true }));
  });
  afterEach(() => {
    reads.close();
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const find = () => {
    const textOf = reads.prepare('SELECT id, name, closedOn FROM accounts WHERE id = ?');
    return (id: string) => {
      const text = textOf(id);
      return text === undefined ? undefined : JSON.parse(text) as { id: string; name: string; closedOn: string | null };
    };
  };

  it('give the row as it is, or nothing', () => {
    expect(find()('a')).toEqual({ id: 'a', name: '云溪发布"一"', closedOn: null });
    expect(find()('b')).toBeUndefined();
  });

  it('of one turn see one state, and a commit that is told lets the next see it', () => {
    const byId = find();
    byId('a');
    writer.exec(`UPDATE accounts SET name = '云溪新闻'`);
    expect(byId('a')!.name).toBe('云溪发布"一"');
    reads.refresh();
    expect(byId('a')!.name).toBe('云溪新闻');
  });

  it('see within some milliseconds what another process has written', async () => {
    const byId = find();
    byId('a');
    writer.exec(`UPDATE accounts SET name = '云溪新闻'`);
    await new Promise((turn) => setTimeout(turn, 50));
    expect(byId('a')!.name).toBe('云溪新闻');
  });
});
