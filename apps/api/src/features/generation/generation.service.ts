import { Inject, Injectable } from '@nestjs/common';
import { ANSWERING_VALIDITIES, type AskView, type PassageView, type RephrasedView } from '@govmedia-hub/contracts';
import { checkRephrasing, REPHRASING_RULES, rephrasingMessages, type RephrasingRefusal } from '@govmedia-hub/knowledge';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { maskPersonalData } from '../../foundation/personal-data/mask-personal-data.js';
import { GenerationGateway } from './generation.gateway.js';

/** More than these the model is not given: what is far down the list answers another question. */
const PASSAGES = 4;

/** How an attempt ended, as the answer log keeps it. */
export type RephrasingOutcome = 'shown' | 'no_reply' | RephrasingRefusal;

/**
 * Lets a model put an answered question's passages into plainer words. Off unless the settings name an endpoint, and never more
 * than a second reading: the reviewed answer and the passages stand beside it, and whatever fails leaves them as they are.
 */
@Injectable()
export class GenerationService {
  constructor(
    private readonly gateway: GenerationGateway,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get on(): boolean {
    return this.settings.generation !== null;
  }

  /** @param answered what is about to be told; a question without an answer is never given to a model */
  async rephrase({ question, answered, answer, passages }: Pick<AskView, 'question' | 'answered' | 'answer' | 'passages'>): Promise<{ view: RephrasedView | null; outcome: RephrasingOutcome } | null> {
    const { generation } = this.settings;
    if (!generation || !answered || answer?.question?.underReview) return null;
    const own = answer?.passage ? [answer.passage] : [];
    const sources = [...own, ...passages.filter((passage) => !own.some((first) => first.link === passage.link))].filter(({ validity }) => ANSWERING_VALIDITIES.includes(validity)).slice(0, PASSAGES);
    if (sources.length === 0) return null;
    // what a person typed about themselves does not leave the house
    const reply = await this.gateway.complete(rephrasingMessages(maskPersonalData(question), sources));
    if (reply === null) return { view: null, outcome: 'no_reply' };
    const checked = checkRephrasing(reply, sources);
    if ('refused' in checked) return { view: null, outcome: checked.refused };
    const cited = (n: number): RephrasedView['sentences'][number]['citations'][number] => toCitation(n, sources[n - 1]!);
    return {
      view: { label: REPHRASING_RULES.label, model: generation.model, filingNo: generation.filingNo, sentences: checked.sentences.map(({ text, citations }) => ({ text, citations: citations.map(cited) })) },
      outcome: 'shown',
    };
  }
}

const toCitation = (n: number, { title, docNumber, label, link, validity }: PassageView) => ({ n, title, docNumber, label, link, validity });
