import { likeness, type Likeness } from './character-likeness.js';

/** What each kind of change costs; a change that deceives the eye or ear costs little. */
export const EDIT_COSTS: Record<Likeness | 'swap' | 'add' | 'drop', number> = { same: 0, looks: 0.15, sounds: 0.25, nearly_sounds: 0.35, different: 1, swap: 0.3, add: 0.7, drop: 0.8 };

export interface Edit {
  kind: keyof typeof EDIT_COSTS;
  /** Characters of the asked and the registered name. */
  asked: string;
  registered: string;
}

/** The cheapest way from a registered name to the asked one, with the changes in order. Lengths are bounded by names. */
export function editDistance(asked: string, registered: string): { cost: number; edits: Edit[] } {
  const a = [...asked];
  const b = [...registered];
  const width = b.length + 1;
  const cost = new Float64Array((a.length + 1) * width);
  const step: (Edit | null)[] = new Array<Edit | null>(cost.length).fill(null);
  const better = (at: number, value: number, edit: Edit): void => {
    if (step[at] === null || value < cost[at]! - 1e-9) {
      cost[at] = value;
      step[at] = edit;
    }
  };
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const at = i * width + j;
      if (at === 0) continue;
      if (i > 0 && j > 0) {
        const kind = likeness(a[i - 1]!, b[j - 1]!);
        better(at, cost[at - width - 1]! + EDIT_COSTS[kind], { kind, asked: a[i - 1]!, registered: b[j - 1]! });
      }
      if (i > 0) better(at, cost[at - width]! + EDIT_COSTS.add, { kind: 'add', asked: a[i - 1]!, registered: '' });
      if (j > 0) better(at, cost[at - 1]! + EDIT_COSTS.drop, { kind: 'drop', asked: '', registered: b[j - 1]! });
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2]) {
        better(at, cost[at - 2 * width - 2]! + EDIT_COSTS.swap, { kind: 'swap', asked: a[i - 2]! + a[i - 1]!, registered: b[j - 2]! + b[j - 1]! });
      }
    }
  }
  const edits: Edit[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const edit = step[i * width + j]!;
    if (edit.kind !== 'same') edits.unshift(edit);
    i -= [...edit.asked].length;
    j -= [...edit.registered].length;
  }
  return { cost: cost[cost.length - 1]!, edits };
}
