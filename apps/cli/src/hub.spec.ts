import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from './commands/ask.js';
import { auditVerify } from './commands/audit.js';
import { readIndexFile, writeIndexFile } from '@govmedia-hub/api/features/library-index/index-file';
import { jiebaSegmenter } from '@govmedia-hub/api/features/library-index/jieba-segmenter';
import { KnowledgeIndex } from '@govmedia-hub/knowledge';
import { importDocuments } from './commands/import.js';
import { inspect } from './commands/inspect.js';
import { checkKnowledge } from './commands/knowledge.js';
import { migrate } from './commands/prepare.js';
import { screen } from './commands/screen.js';
import { createUser } from './commands/user.js';
import { verifyAccount } from './commands/verify.js';
import { Refused } from './connection.js';

/** A notice written for this spec, of a city that does not exist. */
const NOTICE = `云政办〔2026〕7号

云溪市人民政府办公室关于做好冬季供暖补贴发放工作的通知

各镇人民政府，市各有关部门：
根据《云溪市城市供热管理办法》（云政规〔2021〕3号）第十二条，现就有关事项通知如下：
一、补贴对象
本市城镇低收入家庭。
二、补贴标准
每户每年600元，于2026年12月31日前发放到位。

云溪市人民政府办公室
2026年10月8日
（此件公开发布）
`;

describe('the command line on data that no hub serves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-cli-'));
  const before = process.env.HUB_DATA_DIR;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => { process.env.HUB_DATA_DIR = join(folder, 'data'); });
  afterAll(() => {
    process.env.HUB_DATA_DIR = before;
    process.exitCode = 0;
    rmSync(folder, { recursive: true, force: true });
  });
  jest.setTimeout(60_000);

  /** What a command prints with --json. */
  const printed = async <T>(command: () => Promise<void>): Promise<T> => {
    let out = '';
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => { out += String(chunk); return true; });
    try {
      await command();
    } finally {
      write.mockRestore();
    }
    return JSON.parse(out) as T;
  };

  it('prepares an empty database and gives the first unit its first person', async () => {
    expect(await printed(() => migrate({ json: true }))).toMatchObject({ migrated: true });
    const person = await printed<{ password: string }>(() => createUser({ username: 'first-admin', name: '卫管理', org: '云溪市人民政府办公室', roles: 'administrator', post: '管理员', json: true }));
    expect(person).toMatchObject({ username: 'first-admin', roles: ['administrator'], orgName: '云溪市人民政府办公室' });
    expect(person.password.length).toBeGreaterThanOrEqual(12);
    await expect(createUser({ username: 'second', name: '某某', org: '不存在的局', roles: 'operator', post: '科员' })).rejects.toThrow('没有名为“不存在的局”的单位');
  });

  it('imports a file once, reports the same file as unchanged, and says why another cannot be read', async () => {
    const notice = file('供暖补贴.txt', NOTICE);
    const rows = await printed<any[]>(() => importDocuments([notice], { json: true }));
    expect(rows).toEqual([{
      file: '供暖补贴.txt', status: 'imported', problems: [],
      document: expect.objectContaining({ docNumber: '云政办〔2026〕7号', issuer: '云溪市人民政府办公室', signedOn: '2026-10-08', openness: 'proactive', citations: [expect.objectContaining({ docNumber: '云政规〔2021〕3号', resolved: false, validity: 'unknown' })] }),
    }]);
    expect(await printed(() => importDocuments([notice], { json: true }))).toMatchObject([{ status: 'unchanged' }]);
    expect(await printed(() => importDocuments([file('空.txt', '')], { json: true }))).toMatchObject([{ status: 'refused', document: null, problems: [{ line: 1, message: expect.stringMatching(/空/) }] }]);
  });

  it('imports a collection of laws line by line and names the line that is none', async () => {
    const law = (title: string): string => JSON.stringify({ id: title, title, short: title, level: '地方性法规', region: '云溪市', category: '地方性法规', organ: '云溪市人民代表大会常务委员会', publish: '2020-05-01', valid_from: '2020-06-01', status: 'current', history: [], text: `## 第一章 总则\n第一条 为了规范有关行为，制定《${title}》。\n第二条 本条例自2020年6月1日起施行。` });
    const rows = await printed<any[]>(() => importDocuments([file('地方法规.jsonl', `${law('云溪市养犬管理条例')}\n不是一部法\n${law('云溪市供水条例')}\n`)], { json: true }));
    expect(rows.map((row) => [row.file, row.status])).toEqual([['地方法规.jsonl:1', 'imported'], ['地方法规.jsonl:2', 'refused'], ['地方法规.jsonl:3', 'imported']]);
    expect(rows[0].document).toMatchObject({ title: '云溪市养犬管理条例', articles: 2 });
    expect(rows[1].problems).toEqual([{ line: 2, message: expect.any(String) }]);
  });

  it('holds the index against the database: exits with 0 when they agree, with 1 when not, and once only', async () => {
    const snapshot = join(folder, 'data', 'knowledge', 'index.snapshot');
    const check = async (): Promise<[differences: string[], exitCode: unknown]> => {
      process.exitCode = 0;
      const { differences } = await printed<{ differences: { difference: string }[] }>(() => checkKnowledge({ json: true }));
      return [differences.map(({ difference }) => difference), process.exitCode];
    };
    expect(await check()).toEqual([[], 0]);
    const whole = readFileSync(snapshot);
    writeFileSync(snapshot, whole.subarray(0, whole.length - 20)); // damaged: put aside, the tables are read
    expect(await check()).toEqual([[], 0]);
    const [place] = readIndexFile(snapshot);
    const index = new KnowledgeIndex({ segmenter: jiebaSegmenter });
    const entry = { documentId: 'gone', publicationId: null, questionId: null, basis: ['gone'], anchor: 'art-1', label: '第一条', summary: null, docNumber: null, title: '云溪市旧条例', link: '/policy?id=gone' };
    index.put({ id: 'doc:gone#art-1', kind: 'article', documentId: 'gone', title: '云溪市旧条例', heading: '第一条', text: '本条例已经撤下。', questions: [], docNumber: null, issuer: null, topics: [], validity: 'in_force', validFrom: null, validTo: null, publishedOn: null, reviewed: true }, JSON.stringify(entry));
    await writeIndexFile(snapshot, [place!, ...index.snapshot()]); // whole, but not what the tables say
    expect(await check()).toEqual([['surplus'], 1]);
    expect(await check()).toEqual([[], 0]);
    process.exitCode = 0;
  });

  it('screens a draft with offsets into the very input', async () => {
    const text = '今年要求各部门认真布署落实，经办人身份证号为11010519491231002X。';
    const { findings } = await printed<{ findings: { gate: string; start: number; end: number; text: string; severity: string }[] }>(() => screen(file('稿.txt', text), { json: true }));
    expect(findings.map((finding) => finding.gate)).toEqual(expect.arrayContaining(['text', 'secrecy']));
    for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
    expect(findings.find((finding) => finding.text.includes('11010519491231002X'))).toMatchObject({ gate: 'secrecy', severity: 'block' });
  });

  it('counts offsets in the input as it is: mark, line ends, marks without width, pairs, GB18030', async () => {
    const sentences = ['📢通知\r\n请认真布\u200b署。\r\n', '電話：13812345678\r\n', '秘密\r\n正文。'];
    const marked = `\ufeff${sentences.join('')}`;
    const inputs: [string, Buffer, string][] = [
      ['UTF-8', Buffer.from(sentences.join('')), sentences.join('')],
      ['UTF-8 with a mark', Buffer.from(marked), marked],
      ['UTF-16', Buffer.from(marked, 'utf16le'), marked],
      ['GB18030', Buffer.from([0xc7, 0xeb, 0xc8, 0xcf, 0xd5, 0xe6, 0xb2, 0xbc, 0xca, 0xf0, 0xa1, 0xa3, 0x0d, 0x0a]), '请认真布署。\r\n'],
    ];
    for (const [encoding, bytes, text] of inputs) {
      const path = join(folder, `${encoding}.txt`);
      writeFileSync(path, bytes);
      const { findings } = await printed<{ findings: { start: number; end: number; text: string }[] }>(() => screen(path, { json: true }));
      expect({ encoding, found: findings.map(({ start, end }) => text.slice(start, end)) }).toEqual({ encoding, found: findings.map((finding) => finding.text) });
      expect({ encoding, found: findings.map((finding) => finding.text.replace('\u200b', '')) }).toEqual({ encoding, found: expect.arrayContaining(encoding === 'GB18030' ? ['布署'] : ['布署', '13812345678', '秘密', '電話']) });
    }
  });

  it('says honestly that there is no reviewed answer, and that an account is not registered', async () => {
    expect(await printed(() => ask('供暖补贴发多少钱', { k: '5', json: true }))).toMatchObject({ answered: false, answer: null });
    expect(await printed(() => verifyAccount('云溪发布', { json: true }))).toMatchObject({ verdict: 'not_registered' });
  });

  it('runs a round over no accounts and leaves the result as files', async () => {
    const result = await printed<{ files: string[]; accounts: number }>(() => inspect({ at: '2026-11-01T08:00:00+08:00', export: join(folder, 'out'), json: true }));
    expect(result.accounts).toBe(0);
    for (const path of result.files) expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });

  it('finds the event log whole, and passes a refusal of the hub on in its own words', async () => {
    expect(await printed(() => auditVerify({ json: true }))).toMatchObject({ intact: true, touched: [] });
    await expect(ask('', { k: '5' })).rejects.toThrow(Refused);
  });
});
