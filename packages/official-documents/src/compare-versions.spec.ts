import fc from 'fast-check';
import { compareVersions, differenceOf, type ComparedSection } from './index.js';

const article = (number: number, text: string): ComparedSection => ({ anchor: `art-${number}`, label: `第${'〇一二三四五六七八九'[number]}条`, heading: null, text });
const told = (before: ComparedSection[], after: ComparedSection[]) => compareVersions(before, after).map((row) => [row.kind, row.before?.anchor ?? null, row.after?.anchor ?? null]);
const AIM = article(1, '为规范养犬行为，保障公民人身安全，制定本办法。');
const FEE = article(2, '养犬登记费每只每年100元，由养犬人在登记时缴纳。');
const TERM = article(3, '养犬人应当自取得犬只之日起30日内办理登记。');
const END = article(4, '本办法自2024年5月1日起施行。');
const moved = (section: ComparedSection, number: number): ComparedSection => ({ ...section, ...article(number, section.text) });

describe('two versions of a document', () => {
  it('are the same where nothing changed', () => {
    expect(told([AIM, FEE], [AIM, FEE])).toEqual([['same', 'art-1', 'art-1'], ['same', 'art-2', 'art-2']]);
  });

  it('show the words that an article lost and gained', () => {
    const [row] = compareVersions([FEE], [{ ...FEE, text: FEE.text.replace('100元', '80元') }]);
    expect(row).toMatchObject({ kind: 'changed', pieces: [{ kind: 'same', text: '养犬登记费每只每年' }, { kind: 'removed' }, { kind: 'added' }, { kind: 'same' }] });
  });

  it('do not take an article that was renumbered for a new one', () => {
    const inserted = article(2, '犬只应当定期接种狂犬病疫苗。');
    expect(told([AIM, FEE, TERM, END], [AIM, inserted, moved(FEE, 3), moved(TERM, 4), moved(END, 5)])).toEqual([['same', 'art-1', 'art-1'], ['added', null, 'art-2'], ['moved', 'art-2', 'art-3'], ['moved', 'art-3', 'art-4'], ['moved', 'art-4', 'art-5']]);
  });

  it('leave a removed article where it stood', () => {
    expect(told([AIM, FEE, TERM], [AIM, moved(TERM, 2)])).toEqual([['same', 'art-1', 'art-1'], ['removed', 'art-2', null], ['moved', 'art-3', 'art-2']]);
  });

  it('know an article that was reworded under its own number', () => {
    expect(told([TERM], [{ ...TERM, text: '犬只满三个月的，养犬人应当在30日内登记并接种。' }])).toEqual([['changed', 'art-3', 'art-3']]);
  });

  it('keep every letter of both texts', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
      const pieces = differenceOf(before, after);
      expect(pieces.filter((piece) => piece.kind !== 'added').map((piece) => piece.text).join('')).toBe(before);
      expect(pieces.filter((piece) => piece.kind !== 'removed').map((piece) => piece.text).join('')).toBe(after);
    }));
  });

  it('keep every article of both texts', () => {
    const sections = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }).map((numbers) => numbers.sort().map((number) => article(number, `第${number}项内容的规定如下。`)));
    fc.assert(fc.property(sections, sections, (before, after) => {
      const rows = compareVersions(before, after);
      expect(rows.flatMap((row) => row.after ?? [])).toEqual(after);
      expect(rows.flatMap((row) => row.before ?? []).map((section) => section.anchor).sort()).toEqual(before.map((section) => section.anchor).sort());
    }));
  });
});
