import { builtInLexicons } from '../lexicons/built-in.js';
import { createScreener } from '../screener.js';
import { LanguageModel } from './language-model.js';
import { createProofreader } from './proofreader.js';
import { LibraryReader } from './training.js';

/** A small library in the manner of an office, written for these tests. */
function library(): string[] {
  const subjects = ['云溪市人民政府', '市发展改革局', '各乡镇人民政府', '市人力资源和社会保障局', '市医疗保障局', '市教育局'];
  const acts = ['应当建立健全创新发展机制', '应当完善公共服务体系', '负责组织实施本规定', '应当依法保障群众合法权益', '应当加强工作协调机制建设', '应当规范行政审批程序', '应当及时公开办理结果', '应当推进协调发展机制落实'];
  const ends = ['，并接受社会监督。', '，不得增加群众负担。', '，按季度报告进展情况。', '，所需经费列入财政预算。'];
  return subjects.flatMap((subject) => acts.flatMap((act) => ends.map((end) => `${subject}${act}${end}`)));
}

const words = [['发展', 900], ['机制', 500], ['机智', 20], ['创新', 300], ['体系', 300], ['服务', 800], ['公共', 300], ['程序', 200], ['审批', 90], ['行政', 500], ['群众', 400], ['合法', 100], ['权益', 100], ['应当', 300], ['建立', 300], ['健全', 90], ['完善', 90], ['孩子', 300], ['回答', 100], ['很', 900], ['的', 9000], ['应', 50], ['当', 50], ['他', 900]] as const;

function learn(): LanguageModel {
  const reader = new LibraryReader();
  for (const text of library()) reader.add(text);
  return reader.finish(words);
}

const thresholds = { note: 0, warn: 3 };

describe('the proofreader that learns from the library', () => {
  const model = learn();
  const proofreader = createProofreader(model, undefined, thresholds);

  it('doubts a rare word beside its common twin and suggests the twin', () => {
    const text = '会议要求，应当建立健全创新发展机智，并接受社会监督。';
    const [doubt, ...more] = proofreader.proofread(text);
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({ text: '智', suggestion: '制', start: text.indexOf('智'), end: text.indexOf('智') + 1 });
    expect(doubt!.reading).toContain('机制');
  });

  it('finds a character mistaken for one that looks like it', () => {
    const [doubt] = proofreader.proofread('市教育局应当现范行政审批程序，按季度报告进展情况。');
    expect(doubt).toMatchObject({ text: '现', suggestion: '规' });
  });

  it('is silent about the sentences of the library itself', () => {
    expect(library().flatMap((text) => proofreader.proofread(text))).toEqual([]);
  });

  it('gives the same answers after packing and loading, also from an odd place in memory', () => {
    const packed = model.pack();
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    const text = '各乡镇人民政府应当建立健全创新发展机智。';
    for (const bytes of [packed, shifted.subarray(3)]) {
      const again = createProofreader(LanguageModel.load(bytes), undefined, thresholds);
      expect(again.proofread(text)).toEqual(proofreader.proofread(text));
      expect(again.version).toBe(proofreader.version);
    }
  });

  it('refuses bytes that are no model, and a model cut short', () => {
    const packed = model.pack();
    expect(() => LanguageModel.load(new Uint8Array(10))).toThrow('校对模型');
    expect(() => LanguageModel.load(packed.slice(0, packed.length - 400))).toThrow('校对模型');
    expect(() => LanguageModel.load(new Uint8Array(400).fill(7))).toThrow('校对模型');
  });

  it('names the model: another library gives another version', () => {
    const reader = new LibraryReader();
    reader.add('本规定自公布之日起施行。');
    expect(createProofreader(reader.finish(words)).version).not.toBe(proofreader.version);
  });

  it('speaks in the text gate as note or warning, and only where a lexicon has not spoken', () => {
    const screener = createScreener(builtInLexicons, { proofreader });
    const text = '市发展改革局应当建立健全创新发展机智，并作好布署。';
    const findings = screener.screen({ text, asOf: '2026-01-01' });
    const learnt = findings.filter((finding) => finding.rule === 'text.statistical');
    expect(learnt).toHaveLength(1);
    expect(learnt[0]).toMatchObject({ gate: 'text', text: '智', suggestion: '制', attachment: null });
    expect(['note', 'warn']).toContain(learnt[0]!.severity);
    expect(findings.some((finding) => finding.rule === 'text.confusable')).toBe(true);
    expect(screener.version).toContain(proofreader.version);
    expect(createScreener(builtInLexicons).screen({ text, asOf: '2026-01-01' }).some((finding) => finding.rule === 'text.statistical')).toBe(false);
  });

  it('reads a text without Chinese characters, and an empty one', () => {
    expect(proofreader.proofread('')).toEqual([]);
    expect(proofreader.proofread('ABC 123, 45%\n\n...')).toEqual([]);
  });
});
