import { createScreener } from '../screener.js';
import { builtInLexicons } from './built-in.js';
import { falseAlarmHints } from './preview-hints.js';
import type { LocalTerm, OwnRegisters, Register } from './registers.js';

const asOf = '2026-11-23';
const register = <T>(title: string, entries: T[]): Register<T> => ({ id: title, title, version: '第2版', source: '云政办〔2026〕8号', effectiveFrom: null, effectiveTo: null, entries });
const own = (more: Partial<OwnRegisters>): OwnRegisters => ({ version: 'abc', terms: [], institutions: [], setPhrases: [], titles: [], officials: [], ...more });
const screen = (more: Partial<OwnRegisters>, text: string, on = asOf) => createScreener({ ...builtInLexicons, own: own(more) }).screenTerms(text, on).map((f) => [f.rule, f.severity, f.text, f.suggestion]);
const term = (more: Partial<LocalTerm> = {}): LocalTerm => ({ term: '云溪县', gate: 'text', severity: 'warn', suggestion: '云溪市', message: '已撤县设市', ...more });

describe("a city's own lexicons", () => {
  const found = (more: Partial<LocalTerm>, text: string): number => screen({ terms: [register('用语', [term(more)])] }, text).filter(([rule]) => rule === 'text.local').length;

  it.each([
    ['traditional characters', '雲溪縣', { traditional: false }],
    ['marks that break it apart', '云·溪·县', { separators: false }],
  ] as const)('finds %s unless told not to', (_, text, match) => {
    expect([found({}, text), found({ match }, text), found({ match }, '云溪县')]).toEqual([1, 0, 1]);
  });

  it('finds full-width and other letter cases unless told not to', () => {
    const app = { term: 'YunApp', suggestion: '云溪通' };
    expect([found(app, 'ＹＵＮＡＰＰ'), found({ ...app, match: { width: false } }, 'ＹｕｎＡｐｐ'), found({ ...app, match: { ignoreCase: false } }, 'yunapp'), found({ ...app, match: { width: false, ignoreCase: false } }, 'YunApp')]).toEqual([1, 0, 0, 1]);
  });

  it('lets a longer safe phrase win', () => expect([found({ except: ['云溪县志'] }, '《云溪县志》'), found({ except: ['云溪县志'] }, '云溪县志办公室设在云溪县')]).toEqual([0, 1]));

  it.each([
    ['民生', '不断改善人民生活，保障民生。', 1],
    ['调查', '依法协调查处违法行为。', 0],
    ['工资', '审核职工资格，按时发放工资。', 1],
  ])('does not take %s for a word where two other words meet', (word, text, count) => expect(found({ term: word, suggestion: null }, text)).toBe(count));

  it('names the source of the very term, and changes the version of every verdict', () => {
    const screener = createScreener({ ...builtInLexicons, own: own({ terms: [register('用语', [term({ source: '民函〔2020〕1号' })])] }) });
    expect(screener.screen({ text: '云溪县政策。', asOf })[0]).toMatchObject({ source: '用语（第2版）民函〔2020〕1号' });
    expect(screener.version).toBe(`${createScreener(builtInLexicons).version}+own@abc`);
  });

  it('gives every finding of the full screening that comes from a lexicon, and no other', () => {
    const screener = createScreener({ ...builtInLexicons, own: own({ terms: [register('用语', [term()])] }) });
    const text = '云溪县人民攻府发布通知,电话13800138000。';
    expect(screener.screenTerms(text, asOf)).toEqual(screener.screen({ text, asOf }).filter((f) => f.gate === 'politics' || f.rule === 'text.local'));
  });
});

describe("a city's own registers", () => {
  const institutions = [register('机构', [{ name: '云溪市数据局', wrongForms: ['云溪市大数据局', '市数据管理局'] }, { name: '柳河镇人民政府', wrongForms: [] }])];

  it('stops a listed wrong name of an institution, and only doubts what is guessed', () => {
    expect(screen({ institutions }, '云溪市大数据局印发通知。')).toEqual([['politics.institution', 'block', '云溪市大数据局', '云溪市数据局']]);
    expect(screen({ institutions }, '柳泉镇人民政府印发通知。')).toEqual([['politics.institution', 'warn', '柳泉镇人民政府', '柳河镇人民政府']]);
    expect(screen({ institutions }, '云溪市数据局、柳河镇人民政府印发通知。')).toEqual([]);
  });

  it('knows when a name was in use', () => {
    const dated = [register('机构', [{ name: '柳河镇人民政府', wrongForms: [], effectiveTo: '2025-12-31' }])];
    expect([screen({ institutions: dated }, '柳泉镇人民政府印发通知。', '2025-12-31').length, screen({ institutions: dated }, '柳泉镇人民政府印发通知。').length]).toEqual([1, 0]);
  });

  it('checks the number and the elements of a set phrase', () => {
    const setPhrases = [register('表述', [{ name: '四个云溪', elements: ['活力云溪', '生态云溪', '幸福云溪', '平安云溪'] }])];
    expect(screen({ setPhrases }, '建设“五个云溪”。')).toEqual([['politics.numbered-phrase', 'warn', '五个云溪', '四个云溪']]);
    expect(screen({ setPhrases }, '建设活力云溪、幸福云溪、生态云溪、平安云溪。')).toEqual([['politics.elements', 'warn', '活力云溪、幸福云溪、生态云溪、平安云溪', '活力云溪、生态云溪、幸福云溪、平安云溪']]);
    expect(screen({ setPhrases }, '建设“四个云溪”，即活力云溪、生态云溪、幸福云溪、平安云溪。')).toEqual([]);
  });

  const titles = [register('职务', [{ title: '市长', rank: 1, wrongForms: [] }, { title: '常务副市长', rank: 2, wrongForms: ['常务副市常'] }, { title: '副市长', rank: 3, wrongForms: [] }])];
  const officials = [register('现任', [
    { name: '林若溪', title: '市长', rank: 1, effectiveFrom: '2025-01-10', effectiveTo: null },
    { name: '方知远', title: '副市长', rank: 3, effectiveFrom: '2023-05-01', effectiveTo: null },
    { name: '顾怀谷', title: '市长', rank: 1, effectiveFrom: '2020-01-01', effectiveTo: '2025-01-09' },
  ])];

  it.each([
    ['a person beside another post', '市长方知远出席会议。', [['politics.official', 'warn', '市长', '副市长']]],
    ['a person before another post', '方知远市长出席会议。', [['politics.official', 'warn', '市长', '副市长']]],
    ['a post that was left', '市长顾怀谷出席会议。', [['politics.official', 'warn', '市长', null]]],
    ['a last character that may belong to the next word', '市长林若淇出席会议。', []],
    ['two characters that changed places', '市长林溪若出席会议。', [['politics.official', 'warn', '林溪若', '林若溪']]],
    ['another character inside the name', '市长林弱溪出席会议。', [['politics.official', 'warn', '林弱溪', '林若溪']]],
    ['a wrong writing of a post', '常务副市常出席会议。', [['politics.title', 'warn', '常务副市常', '常务副市长']]],
    ['persons out of order', '方知远、林若溪出席会议。', [['politics.order', 'warn', '方知远、林若溪', null]]],
    ['persons with their posts out of order', '副市长方知远、市长林若溪出席会议。', [['politics.order', 'warn', '方知远、市长林若溪', null]]],
    ['posts out of order', '副市长、市长出席会议。', [['politics.order', 'warn', '副市长、市长', null]]],
    ['right posts and order', '市长林若溪、副市长方知远出席会议，林若溪市长讲话。', []],
    ['a former post called former', '原市长顾怀谷、时任市长顾怀谷。', []],
    ['somebody the register does not know', '市长信箱，市长办公会议，副市长张三。', []],
    ['the deputy, who is not the head', '副市长方知远。', []],
  ])('judges %s', (_, text, expected) => expect(screen({ titles, officials }, text)).toEqual(expected));

  it('judges by the day of the text', () => expect(screen({ titles, officials }, '市长顾怀谷出席会议。', '2024-06-01')).toEqual([]));
});

it('doubts short terms that stand often in released documents, and longer ones much later', () => {
  const count = (term: string, libraryHits: number) => ({ term, libraryHits, libraryDocuments: 2 });
  const thresholds = { shortTermChars: 3, shortTermHits: 3, longTermHits: 20 };
  expect(falseAlarmHints([count('信息', 90), count('云溪县', 3), count('政务公开', 20), count('便民服务', 21)], thresholds).map(({ term }) => term)).toEqual(['信息', '便民服务']);
});
