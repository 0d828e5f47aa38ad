import { type Endpoint, type Problem, type SessionView, endpoints } from '@govmedia-hub/contracts';

type Input = { params?: object; query?: object; body?: object };
type OutOf<E> = E extends Endpoint<infer Out, infer _In> ? Out : never;
type InOf<E> = E extends Endpoint<infer _Out, infer In> ? In : never;
type AnyEndpoint = { method: string; path: string };

export interface HubAnswer<T> { status: number; headers: Headers; body: T; problem: Problem | null }

/** An answer that was not the expected one, with what the hub said. */
export class UnexpectedAnswer extends Error {
  constructor(readonly endpoint: AnyEndpoint, readonly answer: HubAnswer<unknown>) {
    super(`${endpoint.method} ${endpoint.path} answered ${answer.status} ${answer.problem ? `${answer.problem.code}: ${answer.problem.title} ${JSON.stringify(answer.problem.errors ?? answer.problem.details ?? '')}` : JSON.stringify(answer.body)?.slice(0, 300)}`);
  }
}

/** One person's (or one resident's) HTTP conversation with a running hub: keeps cookies, sends the CSRF token. */
export class HubClient {
  private readonly cookies = new Map<string, string>();
  session: SessionView | null = null;

  constructor(readonly url: string, readonly who = 'resident') {}

  static async signedIn(url: string, signIn: { username: string; password: string; name?: string }): Promise<HubClient> {
    const client = new HubClient(url, signIn.name ?? signIn.username);
    client.session = await client.ok(endpoints.signIn, { body: { username: signIn.username, password: signIn.password } });
    return client;
  }

  /** The raw exchange; path is under the hub's root. */
  async exchange(method: string, path: string, init: { json?: unknown; form?: FormData; headers?: Record<string, string> } = {}): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const headers: Record<string, string> = { accept: 'application/json', ...init.headers };
    if (this.cookies.size > 0) headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (method !== 'GET' && this.session) headers['x-csrf-token'] = this.session.csrfToken;
    if (init.json !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(new URL(path, this.url), { method, headers, body: init.form ?? (init.json === undefined ? undefined : JSON.stringify(init.json)), redirect: 'manual', signal: AbortSignal.timeout(120_000) });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(pair.slice(0, at)); else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  private static toAnswer<T>({ status, headers, bytes }: { status: number; headers: Headers; bytes: Buffer }): HubAnswer<T> {
    const type = headers.get('content-type') ?? '';
    const isJson = /json/.test(type);
    const body = (isJson ? (bytes.length ? JSON.parse(bytes.toString('utf8')) : null) : /text|xml/.test(type) ? bytes.toString('utf8') : bytes) as T;
    return { status, headers, body, problem: type.includes('problem+json') ? (body as Problem) : null };
  }

  /** Calls an endpoint of the contracts and gives back whatever is answered. */
  async call<E extends AnyEndpoint>(endpoint: E, ...[input]: Input extends InOf<E> ? [InOf<E>?] : [InOf<E>]): Promise<HubAnswer<OutOf<E>>> {
    const { params = {}, query = {}, body } = (input ?? {}) as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== null).map(([key, value]) => [key, String(value)])).toString();
    return HubClient.toAnswer(await this.exchange(endpoint.method, `/api${path}${search ? `?${search}` : ''}`, { json: body }));
  }

  /** Calls an endpoint and throws UnexpectedAnswer unless it succeeds. */
  async ok<E extends AnyEndpoint>(endpoint: E, ...input: Input extends InOf<E> ? [InOf<E>?] : [InOf<E>]): Promise<OutOf<E>> {
    const answer = await this.call(endpoint, ...input);
    if (answer.status < 200 || answer.status > 299) throw new UnexpectedAnswer(endpoint, answer);
    return answer.body;
  }

  /** Uploads files to importDocuments. */
  async importFiles(files: { name: string; bytes: Uint8Array<ArrayBuffer> | string }[]): Promise<OutOf<typeof endpoints.importDocuments>> {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name);
    const answer = HubClient.toAnswer<OutOf<typeof endpoints.importDocuments>>(await this.exchange('POST', `/api${endpoints.importDocuments.path}`, { form }));
    if (answer.status < 200 || answer.status > 299) throw new UnexpectedAnswer(endpoints.importDocuments, answer);
    return answer.body;
  }
}
