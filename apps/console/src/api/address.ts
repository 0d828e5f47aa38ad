/** What a call may carry: path parameters, query, body. */
export interface CallInput { params?: object; query?: object; body?: object }

/**
 * The address of a call: params fill the path, empty query values are left out.
 * @throws Error when the path names a parameter that is not given
 */
export function addressOf(path: string, input: CallInput = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string' || value === '') throw new Error(`missing path parameter ${name} of ${path}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    query.set(name, String(value));
  }
  const tail = query.toString();
  return `/api${filled}${tail ? `?${tail}` : ''}`;
}
