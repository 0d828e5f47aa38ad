/**
 * The key of a changing request, so that the hub does it once. The same request keeps its key until the hub has answered:
 * while it is on its way (a second press) and after the network failed (nobody knows whether it arrived).
 */
export function requestKeys(make: () => string): { keyOf(request: string): string; answered(request: string): void } {
  const open = new Map<string, string>();
  return {
    keyOf(request) {
      const key = open.get(request) ?? make();
      open.set(request, key);
      return key;
    },
    answered(request) {
      open.delete(request);
    },
  };
}
