import type { Finding } from '@govmedia-hub/screening';
import { carryOver, holdsGate, waits, type KeptFinding } from './finding-decisions.js';

const finding = (key: string, more: Partial<Finding> = {}): Finding => ({ gate: 'text', rule: 'text.confusable', severity: 'warn', start: 0, end: 2, text: '布署', message: '疑为错别字', suggestion: '部署', source: '表', attachment: null, place: null, key, ...more });
const kept = (findingKey: string, more: Partial<KeptFinding> = {}): KeptFinding => ({ id: `id-${findingKey}`, findingKey, severity: 'warn', message: '疑为错别字', state: 'dismissed', ...more });

describe('decisions on findings', () => {
  it('stay with a finding that only moved', () => {
    expect(carryOver([kept('a')], [finding('a', { start: 9, end: 11 })])).toEqual({ added: [], fixed: [], moved: [{ id: 'id-a', finding: finding('a', { start: 9, end: 11 }), reopen: false }] });
  });

  it('are asked again when the finding weighs more or says something else', () => {
    expect(carryOver([kept('a')], [finding('a', { severity: 'block' })]).moved[0]!.reopen).toBe(true);
    expect(carryOver([kept('a')], [finding('a', { message: '另一回事' })]).moved[0]!.reopen).toBe(true);
  });

  it('turn to fixed when the text is gone, and a fault that comes back is open again', () => {
    expect(carryOver([kept('a')], []).fixed).toEqual(['id-a']);
    expect(carryOver([kept('a', { state: 'fixed' })], []).fixed).toEqual([]);
    expect(carryOver([kept('a', { state: 'fixed' })], [finding('a')]).moved[0]!.reopen).toBe(true);
  });

  it('hold a gate while open, and hold it still when a block was confirmed', () => {
    expect([waits({ severity: 'warn', state: 'open' }), waits({ severity: 'note', state: 'open' }), waits({ severity: 'warn', state: 'confirmed' })]).toEqual([true, false, false]);
    expect([holdsGate({ severity: 'block', state: 'confirmed' }), holdsGate({ severity: 'warn', state: 'confirmed' }), holdsGate({ severity: 'block', state: 'dismissed' })]).toEqual([true, false, false]);
  });
});
