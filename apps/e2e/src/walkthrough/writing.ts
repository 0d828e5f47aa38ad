import { type ContentBlock, type ContentView, type Gate, endpoints } from '@govmedia-hub/contracts';
import { see } from '../walk.js';
import { plantedFaults } from './texts.js';
import { PEOPLE, type Tour, need } from './tour.js';

const bound = (blocks: ContentBlock[], documentId: string): ContentBlock[] => blocks.map((block) => (block.type === 'qa' ? { ...block, documentId } : block));

/** Step 3: a question-and-answer interpretation is written, screened, decided on and put right. */
export async function writing(tour: Tour): Promise<void> {
  const { walk, hub, texts, seen } = tour;
  walk.chapter('三、撰写解读与五关筛查');
  const operator = await hub.as(PEOPLE.operator);
  let draft: ContentView | undefined;

  await walk.step('绑定政策来源，写下问答解读（故意留有差错）', async () => {
    const documentId = need(seen.documentId, '导入政策');
    draft = await operator.ok(endpoints.createContent, { body: { kind: 'interpretation', title: texts.faulty.title, topic: '就业创业', blocks: bound(texts.faulty.blocks, documentId), sources: [{ documentId, anchor: null }] } });
    seen.contentId = draft.id;
    return `${draft.findings.length} 处发现`;
  });

  await walk.step('发现的位置与原文逐字相符，各有原因', async () => {
    const { findings, revision } = need(draft, '撰写');
    const wrong = findings.find(({ start, end, text }) => revision.text.slice(start, end) !== text);
    see(findings.length > 0 && !wrong, wrong ? `${wrong.rule} 的位置不符：“${revision.text.slice(wrong.start, wrong.end)}”≠“${wrong.text}”` : '没有发现');
    see(findings.every(({ message, source }) => message && source), '每处发现都应有原因和规则来源');
    return `${findings.length} 处`;
  });

  for (const gate of ['politics', 'law', 'policy', 'secrecy', 'text'] as Gate[]) {
    const faults = plantedFaults().filter((fault) => fault.gate === gate);
    await walk.step(`${{ politics: '政治关', law: '法律关', policy: '政策关', secrecy: '保密关', text: '文字关' }[gate]}：${faults.map(({ words }) => words.replace(/^\d{15}/, '***************')).join('、')}`, async () => {
      const { findings, revision } = need(draft, '撰写');
      for (const { words } of faults) {
        const at = revision.text.indexOf(words);
        see(at >= 0, `正文中没有“${words}”`);
        see(findings.some((f) => f.gate === gate && f.start < at + words.length && f.end > at), `没有发现“${words}”；本关发现：${findings.filter((f) => f.gate === gate).map(({ text }) => text).join('、') || '无'}`);
      }
      const first = findings.find((f) => f.gate === gate)!;
      return `${first.message}${first.suggestion ? `（建议：${first.suggestion}）` : ''}`;
    });
  }

  await walk.step('带有脚本的内容不会原样留下', async () => {
    const answer = await operator.call(endpoints.createContent, { body: { kind: 'notice', title: '脚本试验', blocks: [{ type: 'paragraph', text: '正文<script>alert(1)</script><img src=x onerror=alert(1)>结束' }], sources: [] } });
    see(answer.status === 422 || answer.status === 400 || !/<script|onerror/i.test(JSON.stringify(answer.body)), `留下了脚本：${JSON.stringify(answer.body).slice(0, 200)}`);
    return answer.status < 300 ? '已清除' : answer.problem?.title ?? '';
  });

  await walk.step('未知字段被拒绝', async () => {
    const answer = await operator.call(endpoints.createContent, { body: { kind: 'notice', title: '试验', blocks: [{ type: 'paragraph', text: '正文' }], sources: [], published: true } as never });
    see(answer.status === 400 && answer.problem?.code === 'request.invalid', `答复 ${answer.status}`);
    return answer.problem.errors?.[0]?.message ?? answer.problem.title;
  });

  await walk.step('改正后重新保存，差错消失；两人同时编辑时后存者得到 409', async () => {
    const before = need(draft, '撰写');
    const documentId = need(seen.documentId, '导入政策');
    const body = { kind: 'interpretation' as const, title: texts.sound.title, topic: '就业创业', blocks: bound(texts.sound.blocks, documentId), sources: [{ documentId, anchor: null }], seenVersion: before.version };
    const saved = await operator.ok(endpoints.saveContent, { params: { id: before.id }, body });
    const left = saved.findings.filter(({ state, severity }) => state === 'open' && severity === 'block');
    see(left.length === 0, `仍有必须处理的发现：${left.map(({ text, message }) => `${text}（${message}）`).join('；')}`);
    const late = await operator.call(endpoints.saveContent, { params: { id: before.id }, body: { ...body, title: '另一处同时的编辑' } });
    see(late.status === 409 && late.problem?.details?.current, `应为 409 并带回当前版本，却是 ${late.status}`);
    draft = saved;
    return `第 ${saved.revision.number} 稿，未决发现 ${saved.openFindings} 处`;
  });

  await walk.step('提交五关审核', async () => {
    const current = await operator.ok(endpoints.getContent, { params: { id: need(draft, '撰写').id } });
    const sent = await operator.ok(endpoints.submitContent, { params: { id: current.id }, body: { seenVersion: current.version } });
    see(sent.status === 'in_gates', `状态 ${sent.status}`);
    return sent.turn;
  });
}
