const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Gives one key to one text: pressing twice, or again after a lost connection, sends the same; another text gets another. */
export function keyedSubmissions(chance: () => number = Math.random): (text: string) => string {
  let known: { text: string; key: string } | null = null;
  return (text) => {
    if (known?.text !== text) known = { text, key: Array.from({ length: 32 }, () => LETTERS[Math.floor(chance() * LETTERS.length)]).join('') };
    return known.key;
  };
}
