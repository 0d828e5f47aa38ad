/** What people say, what the documents say, and where the official word comes from. */
export interface EverydayTerm {
  everyday: readonly string[];
  official: readonly string[];
  source: string;
}

/** An editable table with its version; a city adds its own entries beside the ones delivered. */
export interface EverydayTermTable { version: string; source: string; entries: readonly EverydayTerm[] }

/** A place in a text where an everyday expression stands. */
export interface TermMention { start: number; end: number; everyday: string; official: readonly string[] }

/** Finds everyday expressions in normalised text, longest first, without overlap. */
export class EverydayTermFinder {
  private readonly byText = new Map<string, string[]>();
  private readonly longest: number;
  readonly version: string;

  constructor(table: EverydayTermTable) {
    this.version = table.version;
    let longest = 0;
    for (const entry of table.entries) {
      for (const everyday of entry.everyday) {
        const known = this.byText.get(everyday) ?? [];
        for (const official of entry.official) if (!known.includes(official)) known.push(official);
        this.byText.set(everyday, known);
        longest = Math.max(longest, everyday.length);
      }
    }
    this.longest = longest;
  }

  /** Spans are UTF-16 units of the given (already normalised) text. */
  find(text: string): TermMention[] {
    const found: TermMention[] = [];
    for (let start = 0; start < text.length; ) {
      let end = 0;
      for (let length = Math.min(this.longest, text.length - start); length >= 1; length--) {
        if (this.byText.has(text.slice(start, start + length))) {
          end = start + length;
          break;
        }
      }
      if (end === 0) {
        start++;
        continue;
      }
      const everyday = text.slice(start, end);
      found.push({ start, end, everyday, official: this.byText.get(everyday)! });
      start = end;
    }
    return found;
  }
}
