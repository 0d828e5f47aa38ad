import { readFileSync } from 'node:fs';
import { createProofreader, LanguageModel, type Doubt, type Proofreader } from '@govmedia-hub/screening';
import { digestOf } from './learnt-model.js';

let kept: { digest: string; proofreader: Proofreader } | null = null;

/** Reads a text with a learnt model; runs in a worker thread, which keeps the model for the next text. */
export async function run({ file, digest, text }: { file: string; digest: string; text: string }): Promise<Doubt[]> {
  if (kept?.digest !== digest) {
    const bytes = readFileSync(file);
    if (digestOf(bytes) !== digest) throw new Error('校对模型文件与记录不符');
    kept = { digest, proofreader: createProofreader(LanguageModel.load(bytes)) };
  }
  return kept.proofreader.proofread(text);
}
