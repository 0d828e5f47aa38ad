import type { ContentBlock } from '@govmedia-hub/contracts';
import { KnowledgeIndex, type AskResult } from '@govmedia-hub/knowledge';
import { readOfficialDocument } from '@govmedia-hub/official-documents';
import { guides, interpretations, policies, questions, render, renderAll, type DemoQuestion } from '../src/demo-city/index.js';
import type { IndexedDocument } from '../src/features/documents/documents.reader.js';
import { worstValidity, type IndexedPassage } from '../src/features/library-index/indexed-passage.js';
import { jiebaSegmenter } from '../src/features/library-index/jieba-segmenter.js';
import { passagesOfDocument } from '../src/features/library-index/passages-of-documents.js';
import { passagesOfPublication, type IndexablePublication } from '../src/features/library-index/passages-of-publications.js';

const ON = '2026-11-23';

/** The demonstration city's policies, questions, interpretations and guides in an index of their own, without a database. */
export class DemonstrationLibrary {
  readonly index = new KnowledgeIndex({ segmenter: jiebaSegmenter });
  private readonly entries = new Map<string, IndexedPassage>();
  private readonly validity = new Map(policies.map(({ key, validity }) => [key, validity]));
  private readonly sources = new Map(policies.map((policy) => [policy.key, { documentId: policy.key, title: render(policy.title, ON), docNumber: render(policy.docNumber, ON), label: null }]));

  constructor() {
    for (const policy of policies) {
      if (policy.openness !== 'proactive') continue;
      const draft = readOfficialDocument(render(policy.text, ON));
      const { title, docNumber, issuer, signedOn, effectiveOn, expiresOn, sections } = draft;
      this.put(passagesOfDocument({ id: policy.key, kind: 'policy', title, docNumber, issuer, topic: policy.topic, publishedOn: signedOn, effectiveOn, expiresOn, validity: policy.validity, sections } as unknown as IndexedDocument));
    }
    for (const question of questions) this.putQuestion(question, question.alternatives);
    for (const { key, title, summary, topic, policyKey, blocks } of renderAll(interpretations, ON)) {
      const parts = blocks.map((block): ContentBlock => (block.type === 'qa' ? { ...block, alternatives: [], documentId: policyKey, anchor: null } : block));
      this.put(passagesOfPublication(this.publication({ id: key, kind: 'interpretation', title, topic, blocks: [{ type: 'paragraph', text: summary }, ...parts], sources: [{ ...this.sources.get(policyKey)!, anchor: null }] })));
    }
    for (const guide of renderAll(guides, ON)) {
      const parts = { ...guide, materials: guide.materials.map(({ name, kind, copies, note }) => ({ name, form: kind, copies, note: note ?? '' })), timeLimit: { ...guide.timeLimit, text: guide.timeLimit.amount === 0 ? '当场办结' : `${guide.timeLimit.amount}个${guide.timeLimit.unit === 'working_day' ? '工作日' : '自然日'}` } };
      this.put(passagesOfPublication(this.publication({
        id: guide.key, kind: 'guide', title: guide.title, topic: guide.topic, guide: parts as unknown as NonNullable<IndexablePublication['guide']>, blocks: [],
        sources: guide.basis.flatMap((basis) => ('policyKey' in basis ? [{ ...this.sources.get(basis.policyKey)!, anchor: basis.anchor }] : [])),
      })));
    }
    this.index.compact();
  }

  /** The Q&A with the given other wordings in place of its own. */
  putQuestion(question: DemoQuestion, alternatives: readonly string[]): void {
    const { key, topic, policyKey, anchor } = question;
    this.put(passagesOfPublication(this.publication({
      id: key, kind: 'qa', title: question.question, topic, sources: [{ ...this.sources.get(policyKey)!, anchor }],
      blocks: [{ type: 'qa', question: question.question, alternatives: [...alternatives], answer: render(question.answer, ON), documentId: policyKey, anchor }],
    })));
  }

  ask(question: string): AskResult {
    return this.index.ask(question, { on: ON, validityOf: (passage) => worstValidity(this.entry(passage.id).basis, (key) => this.validity.get(key) ?? 'unknown') });
  }

  entry(passageId: string): IndexedPassage {
    return this.entries.get(passageId)!;
  }

  titleOf(policyKey: string): string {
    return this.sources.get(policyKey)?.title ?? '';
  }

  /** Questions whose basis may answer today and that are asked in more than one way. */
  get answerable(): DemoQuestion[] {
    return questions.filter(({ alternatives, policyKey }) => alternatives.length > 0 && ['in_force', 'amended'].includes(this.validity.get(policyKey)!));
  }

  private publication(its: Pick<IndexablePublication, 'id' | 'kind' | 'title' | 'topic' | 'blocks' | 'sources'> & { guide?: IndexablePublication['guide'] }): IndexablePublication {
    const asked = its.blocks.flatMap((block, position): [number, string][] => (block.type === 'qa' ? [[position, its.kind === 'qa' ? its.id : `${its.id}-${position}`]] : []));
    return { guide: null, orgName: '', orgRegion: '', publishedAt: `${ON}T00:00:00.000Z`, reviewedOn: ON, questionIds: new Map(asked), ...its };
  }

  private put(found: readonly IndexedPassage[]): void {
    for (const entry of found) {
      this.entries.set(entry.passage.id, entry);
      this.index.put(entry.passage);
    }
  }
}
