import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received { headers: IncomingHttpHeaders; body: string; json: any }

/** A receiver of signed messages on this machine that keeps what came and answers as it is told. */
export class MessageReceiver {
  readonly received: Received[] = [];
  answer: (message: Received) => { status: number; body?: unknown } | 'hang up' = () => ({ status: 200 });
  page: string | null = null;

  private constructor(private readonly server: Server, readonly url: string) {}

  static async open(): Promise<MessageReceiver> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const receiver = new MessageReceiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      if (request.method === 'GET') return void response.writeHead(receiver.page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(receiver.page ?? '');
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const message = { headers: request.headers, body, json: JSON.parse(body) };
        receiver.received.push(message);
        const answer = receiver.answer(message);
        if (answer === 'hang up') return void request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body === undefined ? '' : JSON.stringify(answer.body));
      });
    });
    return receiver;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }
}
