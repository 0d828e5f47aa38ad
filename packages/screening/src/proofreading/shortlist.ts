/** The few replacements of a place that fit their neighbours best, kept in order. */
export class Shortlist {
  length = 0;
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly kinds: Uint8Array;
  readonly fits: Float64Array;

  constructor(private readonly most: number) {
    this.first = new Uint16Array(most);
    this.second = new Uint16Array(most);
    this.kinds = new Uint8Array(most);
    this.fits = new Float64Array(most);
  }

  clear(): void {
    this.length = 0;
  }

  /** Takes a replacement in when it is among the best; one that is in already is joined by its kinds. */
  add(fit: number, first: number, second: number, kind: number): void {
    const { most, fits } = this;
    if (this.length === most && fit <= fits[most - 1]!) return;
    for (let i = 0; i < this.length; i += 1) {
      if (this.first[i] !== first || this.second[i] !== second) continue;
      this.kinds[i]! |= kind;
      return;
    }
    let place = this.length === most ? most - 1 : this.length;
    while (place > 0 && fits[place - 1]! < fit) {
      fits[place] = fits[place - 1]!;
      this.first[place] = this.first[place - 1]!;
      this.second[place] = this.second[place - 1]!;
      this.kinds[place] = this.kinds[place - 1]!;
      place -= 1;
    }
    fits[place] = fit;
    this.first[place] = first;
    this.second[place] = second;
    this.kinds[place] = kind;
    if (this.length < most) this.length += 1;
  }
}
