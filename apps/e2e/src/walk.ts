import { performance } from 'node:perf_hooks';

/** Throws with the words unless the condition holds. */
export function see(condition: unknown, words: string): asserts condition {
  if (!condition) throw new Error(words);
}

/** Waits until look gives something truthy; throws with the words when it does not within ms. */
export async function until<T>(look: () => Promise<T | null | undefined | false> | T | null | undefined | false, words: string, ms = 10_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`${words} (waited ${ms / 1000} s)`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Steps that are tried one after the other, printed with what was seen, and counted. */
export class Walk {
  passed = 0;
  failed = 0;
  private readonly failures: string[] = [];
  constructor(private readonly say: (line: string) => void = (line) => { process.stdout.write(`${line}\n`); }) {}

  chapter(title: string): void { this.say(`\n${title}`); }
  note(line: string): void { this.say(`  ${line}`); }

  /** Does one step; what it returns is printed as what was seen. A failed step does not stop the walk. */
  async step<T>(name: string, work: () => Promise<T>, tell?: (seen: T) => string): Promise<T | undefined> {
    const begun = performance.now();
    try {
      const seen = await work();
      this.passed += 1;
      const told = tell ? tell(seen) : typeof seen === 'string' ? seen : '';
      this.say(`  ✓ ${name}${told ? `：${told}` : ''}（${((performance.now() - begun) / 1000).toFixed(1)} 秒）`);
      return seen;
    } catch (error) {
      this.failed += 1;
      const words = error instanceof Error ? error.message : String(error);
      this.failures.push(`${name}：${words}`);
      this.say(`  ✗ ${name}：${words}`);
      return undefined;
    }
  }

  /** Repeats what failed and prints the closing line. */
  close(): number {
    if (this.failures.length > 0) { this.say('\n未通过：'); for (const line of this.failures) this.say(`  ✗ ${line.split('\n')[0]}`); }
    this.say(`\n${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
