import type { Passage } from './passages.js';

const CITED = /《([^》]{2,60})》/g;

/** Short titles with how often each is cited. */
export type CitationCounts = [title: string, count: number][];

/** How often the library's own texts cite each document by its title; what is cited often is what most is decided by. */
export class CitedDocuments {
  private readonly shorts = new Map<string, number>();
  /** Logarithm of the greatest count; null until it is asked for again. */
  private most: number | null = null;
  private readonly shares = new Map<string, number>();

  /** Counts what a passage cites. @param times -1 when it goes */
  count({ text }: Passage, times: 1 | -1): void {
    if (!text.includes('《')) return;
    for (const [, title] of text.matchAll(CITED)) {
      const key = shortTitle(title!);
      const now = (this.shorts.get(key) ?? 0) + times;
      if (now > 0) this.shorts.set(key, now);
      else this.shorts.delete(key);
    }
    this.most = null;
  }

  counts(): CitationCounts {
    return [...this.shorts];
  }

  /** Takes over counts in place of what was counted before. */
  take(counts: CitationCounts): void {
    this.shorts.clear();
    for (const [title, count] of counts) this.shorts.set(title, count);
    this.most = null;
  }

  /** 0..1, on a logarithmic scale; the document that is cited most is 1. */
  share(title: string): number {
    this.most ??= this.greatest();
    let share = this.shares.get(title);
    if (share === undefined) this.shares.set(title, (share = Math.log1p(this.shorts.get(shortTitle(title)) ?? 0) / this.most));
    return share;
  }

  private greatest(): number {
    this.shares.clear();
    let most = 1;
    for (const count of this.shorts.values()) most = Math.max(most, count);
    return Math.log1p(most);
  }
}

function shortTitle(title: string): string {
  return title.replace('中华人民共和国', '').replace(/[（(][^）)]*[）)]/g, '');
}
