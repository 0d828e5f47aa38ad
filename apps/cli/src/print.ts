/** Writes the result: one JSON value, or lines for a person. */
export function print(asJson: boolean | undefined, value: unknown, lines: () => string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value, null, 2)}\n` : `${lines().join('\n')}\n`);
}
