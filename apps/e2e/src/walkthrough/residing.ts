import { endpoints } from '@govmedia-hub/contracts';
import { see } from '../walk.js';
import { PEOPLE, type Tour } from './tour.js';
import { type ResidentFace, openH5, openWeapp } from './resident-face.js';

/** Step 6: a resident, not signed in, on both faces of the resident app against the same hub. */
export async function residing(tour: Tour): Promise<void> {
  for (const [open, title] of [[openH5, '六、群众（H5，真实浏览器）'], [openWeapp, '六、群众（小程序构建产物）']] as const) {
    tour.walk.chapter(title);
    const face = await tour.walk.step('打开首页', async () => {
      const opened = await open(tour.browser, tour.hub.url);
      await opened.home();
      await opened.read('.home-title');
      await opened.picture('1-home');
      return opened;
    }, () => '首页');
    if (!face) continue;
    try {
      await asking(tour, face);
      await sendingOn(tour, face);
      await findingServices(tour, face);
      await checkingAccounts(tour, face);
      await tour.walk.step('没有脚本错误', async () => { see(face.troubles().length === 0, face.troubles().slice(0, 3).join(' | ')); return '0 处'; });
    } finally {
      await face.close();
    }
  }
}

async function ask(face: ResidentFace, question: string): Promise<void> {
  await face.home();
  await face.type('.ask-input', question);
  await face.press('.ask-submit');
}

async function asking({ walk, texts: { policy, sound } }: Tour, face: ResidentFace): Promise<void> {
  await walk.step('用平常话提问，得到经审核的答复和依据', async () => {
    await ask(face, '大学毕业没找到工作，能去见习吗');
    const answer = await face.read('.answer-text');
    see(answer.includes('离校2年内未就业'), `答复：${answer.slice(0, 120)}`);
    const source = await face.read('.answer-sources .source-chip');
    see(source.includes(policy.docNumber) && source.includes('第三条') && source.includes('有效'), `依据：${source}`);
    await face.picture('2-answer');
    return `${answer.slice(0, 40)}…〔${source.replace(/\s+/g, ' ')}〕`;
  });

  await walk.step('点依据，直接看到政策原文的那一条', async () => {
    await face.press('.answer-sources .source-chip');
    const title = await face.read('.policy-title');
    const target = await face.read('.policy-section.is-target');
    see(title === policy.title && target.includes('第三条') && target.includes('高等学校毕业生'), `打开的是 ${title}：${target.slice(0, 60)}`);
    await face.picture('3-policy');
    return target.slice(0, 30);
  });

  await walk.step('政策页链到解读，解读链回原文', async () => {
    await face.press('.policy-publications .row-title', sound.title);
    const question = await face.read('.reading-question');
    see(question.includes('就业见习'), `解读：${question}`);
    await face.picture('4-reading');
    await face.press('.reading-basis .link');
    see((await face.read('.policy-title')) === policy.title, '应回到原文');
    return '双向可达';
  });
}

async function sendingOn(tour: Tour, face: ResidentFace): Promise<void> {
  const { walk, hub } = tour;
  let receipt = { ticketNo: '', checkCode: '' };
  await walk.step('没有经审核的答复时如实说明，可以转交', async () => {
    await ask(face, '我家楼下的量子充电亭什么时候开放');
    const said = await face.read('.no-answer');
    see(said.includes('没有'), said.slice(0, 80));
    await face.picture('5-no-answer');
    return said.replace(/\s+/g, ' ').slice(0, 50);
  });

  await walk.step('转交问题，得到编号和查询码', async () => {
    await face.press('.send-on');
    await face.read('.ticket-form');
    const units = await hub.resident().ok(endpoints.publicListUnits);
    const unit = units.find(({ name }) => name.includes('人力资源和社会保障局'));
    see(unit, '单位名单中应有人社局');
    await face.choose('.ticket-unit', unit.name);
    await face.press('.ticket-submit');
    receipt = { ticketNo: (await face.read('.ticket-no')), checkCode: (await face.read('.check-code')) };
    see(receipt.ticketNo.length > 5 && receipt.checkCode.length >= 6, JSON.stringify(receipt));
    await face.picture('6-receipt');
    tour.seen.ticket = receipt;
    return `编号 ${receipt.ticketNo}`;
  });

  await walk.step('错误的查询码查不到', async () => {
    await face.press('.part-more', '查进度');
    await face.type('.track-no', receipt.ticketNo);
    await face.type('.track-code', 'WRONG234');
    await face.press('.track-submit');
    return (await face.read('.ticket-track-page .state-failed')).replace(/\s+/g, ' ').slice(0, 40);
  });

  await walk.step('单位受理并答复', async () => {
    const operator = await hub.as(PEOPLE.operator);
    const { items } = await operator.ok(endpoints.listTickets, { query: { limit: 50 } });
    const mine = items.find(({ ticketNo }) => ticketNo === receipt.ticketNo);
    see(mine, `${receipt.ticketNo} 不在本单位清单中`);
    const accepted = await operator.ok(endpoints.acceptTicket, { params: { id: mine.id }, body: { seenVersion: mine.version, complexity: 'simple' } });
    const answered = await operator.ok(endpoints.answerTicket, { params: { id: mine.id }, body: { seenVersion: accepted.version, answer: '您好，本市没有这一项目，请以市人民政府门户网站公布的信息为准。', offerToLibrary: false } });
    see(answered.status === 'answered', `状态 ${answered.status}`);
    return `期限 ${mine.dueOn}，${mine.dueExplained.at(-1) ?? ''}`;
  });

  await walk.step('凭编号和查询码看到单位、期限和答复', async () => {
    await face.type('.track-code', receipt.checkCode);
    await face.press('.track-submit');
    const answer = await face.read('.ticket-answer');
    const unit = await face.read('.tracked-unit');
    const due = await face.read('.tracked-due');
    see(answer.includes('门户网站') && unit.includes('人力资源') && /\d+月\d+日/.test(due), `${unit} ${due} ${answer}`);
    await face.picture('7-tracked');
    return `${unit}，期限 ${due}`;
  });
}

async function findingServices({ walk }: Tour, face: ResidentFace): Promise<void> {
  await walk.step('办事指南：依据及效力、条件、材料、步骤、时限、费用、地点、电话', async () => {
    await face.home();
    await face.press('.home-services .part-more');
    await face.read('.guide-list');
    await face.press('.guide-list .row-title');
    const parts: string[] = [];
    for (const part of ['.guide-conditions', '.guide-materials', '.guide-steps', '.guide-time-limit', '.guide-fee', '.guide-place', '.guide-phone', '.guide-basis']) {
      const said = await face.read(part);
      see(said.length > 2, `${part} 是空的`);
      parts.push(said);
    }
    see(/有效|已修改/.test(parts.at(-1)!), `依据应注明效力：${parts.at(-1)}`);
    await face.picture('8-guide');
    return `${await face.read('.guide-title')}，${parts[3]!.replace(/\s+/g, ' ')}`;
  });
}

async function checkingAccounts({ walk, texts }: Tour, face: ResidentFace): Promise<void> {
  await walk.step('核验账号：已备案、曾备案、未备案、疑似仿冒', async () => {
    await face.home();
    await face.press('.home-check');
    const seen: string[] = [];
    for (const [name, verdict] of [[texts.filing.sound.accountName, 'registered'], ['https://weibo.example.invalid/u/9900480005', 'was_registered'], ['青山绿水旅行日记', 'not_registered'], ['云渓医保', 'looks_like']] as const) {
      await face.type('.check-input', name);
      await face.press('.check-submit');
      const word = await face.read(`.verdict-${verdict} .verdict-word`);
      seen.push(`${name}：${word.replace(/\s+/g, '')}`);
    }
    await face.picture('9-check');
    return seen.join('；');
  });
}
