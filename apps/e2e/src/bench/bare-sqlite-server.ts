// node:http and one prepared statement on the hub's own SQLite file: the ceiling of a read by id.
// argv: the SQLite file, the statement; the id is the last part of the path
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

interface Statement { get(id: string): Record<string, unknown> | undefined }
interface Driver { new (file: string, options: { readonly: boolean }): { prepare(sql: string): Statement } }

const [file = '', sql = ''] = process.argv.slice(2);
const SQLite = createRequire(import.meta.url)('libsql') as Driver;
const statement = new SQLite(file, { readonly: true }).prepare(sql);
const server = createServer(({ url = '' }, response) => {
  const query = url.indexOf('?');
  const id = url.slice(url.lastIndexOf('/') + 1, query < 0 ? undefined : query);
  const { _metadata, ...row } = statement.get(id) ?? {};
  void _metadata; // the driver's own timing
  const body = Buffer.from(JSON.stringify(row));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
