import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemonstrationLibrary } from '../../../test/demonstration-library.js';

interface ResidentQuestion { question: string; held: boolean; policy?: string; anchors?: string[] }

const QUESTIONS = readFileSync(join(__dirname, '../../../test/fixtures/resident-questions.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as ResidentQuestion);
/** The line was chosen on one half and is only told on the other; a question's half never changes. */
const isForChoosing = (question: string): boolean => parseInt(createHash('sha1').update(question).digest('hex')[0]!, 16) % 2 === 0;

jest.setTimeout(60_000);

describe('two hundred questions in residents\' words, half of them on what the library does not hold', () => {
  const library = new DemonstrationLibrary();
  const asked = QUESTIONS.map((row) => ({ ...row, result: library.ask(row.question) }));
  const held = asked.filter((row) => row.held);
  const answered = held.filter(({ result }) => result.answered);

  const isRight = ({ policy, anchors, result }: (typeof asked)[number]): boolean => {
    const entry = library.entry(result.answer!.passageId);
    const titles = [entry.title, ...entry.basis.map((key) => library.titleOf(key))];
    if (!titles.some((title) => title.includes(policy!))) return false;
    return result.answer!.kind === 'guide' || entry.anchor === '' || anchors!.some((anchor) => entry.anchor === anchor || entry.anchor.startsWith(`${anchor}-`));
  };

  it('are a hundred of each, none of them worded as the library words its own', () => {
    expect([held.length, asked.length - held.length]).toEqual([100, 100]);
    const known = new Set(library.answerable.flatMap(({ question, alternatives }) => [question, ...alternatives]));
    expect(QUESTIONS.filter(({ question }) => known.has(question))).toEqual([]);
  });

  it('get an answer ninety times of a hundred when the library holds one, from the right place nearly nine times of ten', () => {
    expect(answered.length).toBeGreaterThanOrEqual(90);
    expect(answered.filter(isRight).length).toBeGreaterThanOrEqual(78);
  });

  it('are surely answered from the right place nine times of ten', () => {
    const sure = answered.filter(({ result }) => result.certainty === 'sure');
    expect(sure.length).toBeGreaterThanOrEqual(20);
    expect(sure.filter(isRight).length / sure.length).toBeGreaterThanOrEqual(0.9);
  });

  it('get no sure answer when the library holds none, and seldom one that only comes close', () => {
    const wrongly = asked.filter((row) => !row.held && row.result.answered);
    expect(wrongly.filter(({ result }) => result.certainty === 'sure').map(({ question }) => question)).toEqual([]);
    expect(wrongly.length).toBeLessThanOrEqual(3);
  });

  it('do nearly as well on the half that the line was not chosen on', () => {
    const told = asked.filter(({ question }) => !isForChoosing(question));
    const share = (of: typeof asked): number => of.filter(({ result }) => result.answered).length / of.length;
    expect(share(told.filter((row) => row.held))).toBeGreaterThanOrEqual(0.85);
    expect(share(told.filter((row) => !row.held))).toBeLessThanOrEqual(0.08);
  });
});
