import type { Passage } from './passages.js';

const CITED = /《([^》]{2,60})》/g;

/** How often the library's own texts cite each document by its title; what is cited often is what most is decided by. */
export class CitedDocuments {
  private readonly counts = new Map<string, number>();
  private readonly most: number;
  private readonly shares = new Map<string, number>();

  constructor(passages: Iterable<Passage>) {
    for (const { text } of passages) {
      if (!text.includes('《')) continue;
      for (const [, title] of text.matchAll(CITED)) {
        const key = shortTitle(title!);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
    }
    let most = 1;
    for (const count of this.counts.values()) most = Math.max(most, count);
    this.most = Math.log1p(most);
  }

  /** 0..1, on a logarithmic scale; the document that is cited most is 1. */
  share(title: string): number {
    let share = this.shares.get(title);
    if (share === undefined) this.shares.set(title, (share = Math.log1p(this.counts.get(shortTitle(title)) ?? 0) / this.most));
    return share;
  }
}

function shortTitle(title: string): string {
  return title.replace('中华人民共和国', '').replace(/[（(][^）)]*[）)]/g, '');
}
