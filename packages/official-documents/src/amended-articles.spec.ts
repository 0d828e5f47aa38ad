import { readOfficialDocument } from './index.js';

const decision = (body: string): string => `云溪市人民政府关于修改《云溪市养犬管理办法》的决定\n云政发〔2025〕9号\n\n各镇人民政府，市各有关部门：\n${body}\n\n云溪市人民政府\n2025年1月8日\n（此件公开发布）\n`;
const articlesOf = (body: string) => readOfficialDocument(decision(body)).amendments.map((effect) => [effect.title, effect.articles ?? 'the whole']);
const DOGS = '云溪市养犬管理办法';

describe('which articles an amendment touches', () => {
  it.each<[string, string, unknown]>([
    ['one by one', '市政府决定对《云溪市养犬管理办法》作如下修改：\n一、将第五条修改为：“第五条 养犬人应当登记，依照第九条办理。”\n二、第八条第二款中的“30日”修改为“15日”。\n三、删去第十二条。', ['art-5', 'art-8', 'art-12']],
    ['a new article and the one it moves', '市政府决定对《云溪市养犬管理办法》作如下修改：\n一、增加一条，作为第六条：“第六条 犬只应当免疫。”\n二、第六条改为第七条。', ['art-6', 'art-7']],
    ['a range', '市政府决定对《云溪市养犬管理办法》作如下修改：\n一、删去第五条至第八条。', ['art-5', 'art-8', 'art-6', 'art-7']],
    ['in one sentence', '将《云溪市养犬管理办法》第五条修改为：“第五条 养犬人应当登记。”', ['art-5']],
    ['not those quoted over two lines', '市政府决定对《云溪市养犬管理办法》作如下修改：\n一、将第三条修改为：“第三条 分区管理：\n重点区按第十条增加次数。”', ['art-3']],
    ['not the closing words', '市政府决定对《云溪市养犬管理办法》作如下修改：\n一、将第三条修改为：“第三条 分区管理。”\n《云溪市养犬管理办法》根据本决定作相应修改，重新公布。\n本决定自2025年2月1日起施行。', ['art-3']],
    ['parts of a notice', '市政府决定对《云溪市养犬管理办法》作如下修改：\n将第二部分第（一）项中的“20元”修改为“30元”。', ['sec-2-1']],
    ['the whole, where a word changes everywhere', '市政府决定对《云溪市养犬管理办法》作如下修改：\n一、将第三条修改为：“第三条 分区管理。”\n二、将“畜牧部门”修改为“农业农村部门”。', 'the whole'],
    ['the whole, where nothing is said', '市政府决定对《云溪市养犬管理办法》作如下修改：\n见附件。', 'the whole'],
  ])('%s', (_how, body, articles) => {
    expect(articlesOf(body)).toEqual([[DOGS, articles]]);
  });

  it('keeps the amendments of two documents apart', () => {
    expect(articlesOf('市政府决定：\n一、对《云溪市养犬管理办法》作如下修改：\n（一）将第三条修改为：“第三条 甲。”\n二、对《云溪市停车管理办法》作如下修改：\n（一）删去第九条。')).toEqual([[DOGS, ['art-3']], ['云溪市停车管理办法', ['art-9']]]);
  });
});
