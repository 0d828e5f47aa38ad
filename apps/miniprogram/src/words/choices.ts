/** The place after a step in a list that is gone round, the typed line itself (-1) among them. */
export const nextChoice = (at: number, step: 1 | -1, length: number): number => ((at + 1 + step + length + 1) % (length + 1)) - 1;
