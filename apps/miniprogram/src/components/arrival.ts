/** The mini-program announces pages and keeps positions by itself. */
export function useArrival(_title: string): void {}
