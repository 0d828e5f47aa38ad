import type { IncomingMessage } from 'node:http';

/** One header of a request, its first value as it was sent; Node's table of all headers is made only when somebody asks for it. */
export function headerOf({ rawHeaders }: IncomingMessage, name: Lowercase<string>): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]!.length === name.length && rawHeaders[i]!.toLowerCase() === name) return rawHeaders[i + 1];
  return undefined;
}
