import { endpoints, VALIDITY_WORDS } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

export async function ask(question: string, options: { k: string; json?: boolean; area?: string; in?: string }): Promise<void> {
  const hub = await connect();
  try {
    const codeOf = async (named: string): Promise<string> => {
      const area = (await hub.call(endpoints.listAreas, {})).find(({ code, name, path }) => [code, name, path].includes(named));
      if (!area) throw new Error(`没有“${named}”这个地域，请写全称，例如 云溪市。`);
      return area.code;
    };
    const where = { ...(options.area ? { area: await codeOf(options.area) } : {}), ...(options.in ? { heldIn: await codeOf(options.in) } : {}) };
    const result = await hub.call(endpoints.publicAsk, { body: { question, k: Number(options.k), ...where } });
    const { answered, certainty, answer, passages } = result;
    print(options.json, { answered, certainty, answer: answer?.text ?? null, passages: passages.map(({ documentId, docNumber, title, anchor, text, validity, area, score }) => ({ documentId, docNumber, title, anchor, text, validity, area: area?.path ?? null, score })) }, () => [
      answered && answer ? `${certainty === 'closest' ? `没有完全一样的，最接近的是${answer.question ? `“${answer.question.question}”` : '下面这条'}：\n` : ''}${answer.text}` : '没有找到经审核的答复。',
      ...passages.map((passage, index) => `${index + 1}. ${passage.title}${passage.docNumber ? `（${passage.docNumber}）` : ''} ${passage.label} ${VALIDITY_WORDS[passage.validity].shape}${VALIDITY_WORDS[passage.validity].label}${passage.area ? ` · ${passage.area.path}` : ''}\n   ${passage.text.slice(0, 120)}`),
    ]);
  } finally {
    await hub.close();
  }
}
