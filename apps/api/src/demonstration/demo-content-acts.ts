import { Injectable } from '@nestjs/common';
import { GATES, type ContentBlock, type GuideParts, type SaveContentRequest } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { guides, interpretations, policies, questions, render, renderAll } from '../demo-city/index.js';
import type { DemoGuide, DemoInterpretation, DemoQuestion } from '../demo-city/types.js';
import { ContentFindingEntity } from '../features/contents/content.entity.js';
import { ContentsReader } from '../features/contents/contents.reader.js';
import { ContentsService } from '../features/contents/contents.service.js';
import { OpennessService } from '../features/contents/openness.service.js';
import { PublishingService } from '../features/publishing/publishing.service.js';
import { ReviewsService } from '../features/reviews/reviews.service.js';
import { Clock } from '../foundation/clock/clock.js';
import { Database } from '../foundation/database/database.js';
import type { DemoStaff, Desk } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

/** Guides went up some months ago, a few each week. */
const GUIDES_FROM = -150;
const SECRECY = { ground: 'public_source', conclusion: '内容均出自已主动公开的文件，不涉及国家秘密、工作秘密和个人隐私，可以公开。' };

/** Takes the city's interpretations, questions and guides through gates, reviews and publication, each by the people of its unit. */
@Injectable()
export class DemoContentActs {
  constructor(
    private readonly contents: ContentsService,
    private readonly reader: ContentsReader,
    private readonly reviews: ReviewsService,
    private readonly openness: OpennessService,
    private readonly publishing: PublishingService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param documentIds policy key → document id, filled by the library's acts of earlier days */
  acts(staff: DemoStaff, documentIds: ReadonlyMap<string, string>): Act[] {
    const today = this.clock.today();
    const releasedAt = new Map(policies.map((policy) => [policy.key, Math.round((Date.parse(render(policy.publishedOn, today)) - Date.parse(today)) / 86_400_000)]));
    /** Never before the basis is in the library. */
    const after = (offset: number, ...policyKeys: string[]): number => Math.min(0, Math.max(offset, ...policyKeys.map((key) => releasedAt.get(key) ?? offset)));
    return [
      ...interpretations.map((item) => this.act(staff.deskOf(item.orgKey), after(item.publishedOffset, item.policyKey), 3, () => interpretation(item, documentIds, today))),
      ...questions.map((item) => this.act(staff.deskOf(item.orgKey), after(item.validFromOffset, item.policyKey), 4, () => question(item, documentIds, today))),
      ...guides.map((item, index) => this.act(staff.deskOf(item.orgKey), after(GUIDES_FROM + index * 5, ...item.basis.flatMap((basis) => ('policyKey' in basis ? [basis.policyKey] : []))), 5, () => guide(item, documentIds, today))),
    ];
  }

  private act(desk: Desk, offset: number, order: number, request: () => SaveContentRequest): Act {
    return { offset, order, run: () => this.publishThrough(desk, request()) };
  }

  private async publishThrough({ operator, reviewers, publisher }: Desk, request: SaveContentRequest): Promise<void> {
    const id = await this.contents.create(operator, request);
    await this.reviews.submit(operator, id, { seenVersion: await this.version(id) });
    const open = await this.database.read((db) => db.findBy(ContentFindingEntity, { contentId: id, state: In(['open']) }));
    for (const finding of open) await this.contents.decideFinding(reviewers[0], id, finding.id, { decision: 'dismissed', reason: '已与原文件逐字核对，表述无误。' });
    const { digest } = await this.database.read((db) => this.reader.get(db, id));
    for (const [index, gate] of GATES.entries()) await this.reviews.closeGate(reviewers[index % 3]!, id, gate, { digest, verdict: 'passed', opinion: '经核对，通过。', ...(gate === 'secrecy' ? { secrecy: SECRECY } : {}) });
    for (const step of [1, 2, 3] as const) await this.reviews.review(reviewers[step - 1]!, id, { digest, step, decision: 'approved', opinion: '同意。' });
    if (await this.proofs(id)) for (const step of [1, 2, 3] as const) await this.reviews.proofread(reviewers[step % 3]!, id, { digest, step, decision: 'approved', opinion: '已校对，无误。' });
    await this.openness.decide(reviewers[2]!, id, { openness: 'proactive', ground: 'art19', seenVersion: await this.version(id) });
    await this.publishing.publish(publisher, id, { digest, seenVersion: await this.version(id) });
  }

  /** Texts of the first years went by a process without proofreadings. */
  private proofs(id: string): Promise<boolean> {
    return this.database.read(async (db) => (await this.reviews.underReview(db, await this.reader.get(db, id))).process.desks.some(({ desk }) => desk === 'proof:1'));
  }

  private async version(id: string): Promise<number> {
    return (await this.database.read((db) => this.reader.get(db, id))).version;
  }
}

function interpretation(item: DemoInterpretation, documentIds: ReadonlyMap<string, string>, today: string): SaveContentRequest {
  const documentId = documentIds.get(item.policyKey)!;
  const blocks = renderAll(item.blocks, today).map((block): ContentBlock => (block.type === 'qa' ? { ...block, alternatives: [], documentId, anchor: null } : block));
  return { kind: 'interpretation', title: render(item.title, today), topic: item.topic, blocks: [{ type: 'paragraph', text: render(item.summary, today) }, ...blocks], sources: [{ documentId, anchor: null }] };
}

function question(item: DemoQuestion, documentIds: ReadonlyMap<string, string>, today: string): SaveContentRequest {
  const documentId = documentIds.get(item.policyKey)!;
  return {
    kind: 'qa', title: item.question, topic: item.topic, sources: [{ documentId, anchor: item.anchor }],
    blocks: [{ type: 'qa', question: item.question, alternatives: item.alternatives, answer: render(item.answer, today), documentId, anchor: item.anchor }],
  };
}

function guide(item: DemoGuide, documentIds: ReadonlyMap<string, string>, today: string): SaveContentRequest {
  const laws = item.basis.flatMap((basis) => ('lawTitle' in basis ? [`《${basis.lawTitle}》${basis.article ?? ''}`] : []));
  const { amount, unit } = item.timeLimit;
  const parts: GuideParts = {
    audience: item.audience, lifeEvent: item.lifeEvent, conditions: item.conditions, materials: item.materials.map(({ name, kind, copies, note }) => ({ name, form: kind, copies, note: note ?? '' })),
    steps: item.steps.map(({ title, detail }) => ({ title, detail })), timeLimit: { amount, unit, text: amount === 0 ? '当场办结' : `${amount}个${unit === 'working_day' ? '工作日' : '自然日'}` },
    fee: item.fee, place: item.place, hours: item.hours, phone: item.phone, onlineUrl: item.onlineUrl, oneVisit: item.oneVisit,
  };
  return {
    kind: 'guide', title: item.title, topic: item.topic, guide: renderAll(parts, today),
    blocks: laws.length > 0 ? [{ type: 'paragraph', text: `法律依据：${laws.join('、')}。` }] : [],
    sources: item.basis.flatMap((basis) => ('policyKey' in basis ? [{ documentId: documentIds.get(basis.policyKey)!, anchor: basis.anchor }] : [])),
  };
}
