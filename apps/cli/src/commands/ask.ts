import { endpoints, VALIDITY_WORDS } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

export async function ask(question: string, options: { k: string; json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const result = await hub.call(endpoints.publicAsk, { body: { question, k: Number(options.k) } });
    const { answered, certainty, answer, passages } = result;
    print(options.json, { answered, certainty, answer: answer?.text ?? null, passages: passages.map(({ documentId, docNumber, title, anchor, text, validity, score }) => ({ documentId, docNumber, title, anchor, text, validity, score })) }, () => [
      answered && answer ? `${certainty === 'closest' ? `没有完全一样的，最接近的是${answer.question ? `“${answer.question.question}”` : '下面这条'}：\n` : ''}${answer.text}` : '没有找到经审核的答复。',
      ...passages.map((passage, index) => `${index + 1}. ${passage.title}${passage.docNumber ? `（${passage.docNumber}）` : ''} ${passage.label} ${VALIDITY_WORDS[passage.validity].shape}${VALIDITY_WORDS[passage.validity].label}\n   ${passage.text.slice(0, 120)}`),
    ]);
  } finally {
    await hub.close();
  }
}
