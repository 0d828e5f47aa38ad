import { GATES, type DeskId, type ReviewProcessDesk } from '@govmedia-hub/contracts';
import { addStep, apartOf, mayAdd, mayRemove, removeStep, setApart } from './process-steps.js';

const desk = (id: DeskId, after: DeskId[], apart: string | null): ReviewProcessDesk => ({ desk: id, name: id, role: 'reviewer', unit: 'own', after, apart, days: { normal: 1, urgent: 1 } });
const gates = GATES.map((gate) => desk(`gate:${gate}`, [], null));
const all = gates.map((gate) => gate.desk);
const desks = [...gates, desk('review:1', all, 'reviews'), desk('review:2', ['review:1'], 'reviews'), desk('review:3', ['review:2'], 'reviews'), desk('proof:1', ['review:3'], 'proofs'), desk('proof:2', ['proof:1'], 'proofs'), desk('proof:3', ['proof:2'], 'proofs')];

describe('the steps of a review process', () => {
  it('puts a fourth review between the third and what came after it, and takes it away again', () => {
    const four = addStep(desks, 'review');
    expect(four.map((entry) => entry.desk).slice(5)).toEqual(['review:1', 'review:2', 'review:3', 'review:4', 'proof:1', 'proof:2', 'proof:3']);
    expect(four[8]).toMatchObject({ name: '四审', after: ['review:3'], apart: 'reviews' });
    expect(four[9]!.after).toEqual(['review:4']);
    expect(removeStep(four, 'review')).toEqual(desks);
  });

  it('offers no fewer than three and no more than five', () => {
    expect([mayRemove(desks, 'proof'), mayAdd(desks, 'proof')]).toEqual([false, true]);
    const five = addStep(addStep(desks, 'proof'), 'proof');
    expect([mayRemove(five, 'proof'), mayAdd(five, 'proof')]).toEqual([true, false]);
  });

  it('keeps persons apart within each line whatever is chosen', () => {
    expect(apartOf(desks)).toEqual({ gates: false, lines: false });
    const strict = setApart(desks, { gates: true, lines: true });
    expect(apartOf(strict)).toEqual({ gates: true, lines: true });
    expect(new Set(strict.slice(5).map(({ apart }) => apart))).toEqual(new Set(['persons']));
    expect(setApart(strict, { gates: false, lines: false })).toEqual(desks);
  });
});
