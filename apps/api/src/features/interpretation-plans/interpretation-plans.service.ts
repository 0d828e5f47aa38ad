import { Injectable } from '@nestjs/common';
import { INTERPRETATION_FORMS, type InterpretationChoice, type InterpretationForm, type InterpretationPlanView } from '@govmedia-hub/contracts';
import { deadline, findDeadlineRule, isCivilDate, ruleText } from '@govmedia-hub/working-days';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { findExemption } from '../rulebook/rulebook.service.js';
import { InterpretationPlanEntity } from './interpretation-plan.entity.js';

export interface PlannedDocument { documentId: string; orgId: string | null; releasedOn: string }
export type Plan = Pick<InterpretationPlanEntity, 'documentId' | 'ownerOrgId' | 'forms' | 'releasedOn' | 'dueOn' | 'exemptionKind' | 'reason' | 'decidedById' | 'decidedAt'>;

/** The last day on which an interpretation is in time with a policy that went public on a day. */
export function latestDueOn(releasedOn: string): string {
  const rule = findDeadlineRule('interpretation.publish', releasedOn);
  return rule ? deadline({ receivedOn: releasedOn, rule }).dueOn : releasedOn;
}

/** The rule in words, with its source. */
export function dueRuleText(on: string): string {
  const rule = findDeadlineRule('interpretation.publish', on);
  return rule ? ruleText(rule) : '';
}

/** No policy goes public without a plan for its interpretation or a recorded exemption. It knows documents by their ids only. */
@Injectable()
export class InterpretationPlansService {
  constructor(
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * Records the choice in the transaction that makes the policy public, or replaces an earlier one.
   * @throws DomainError documents.interpretation_plan_missing, documents.interpretation_plan_invalid, organisations.not_found
   */
  async decide(db: Db, actor: Actor, document: PlannedDocument, choice: InterpretationChoice | null | undefined): Promise<void> {
    const given = await this.read(db, document, choice);
    const row = { ...given, documentId: document.documentId, releasedOn: document.releasedOn, decidedById: actor.personId, decidedAt: this.clock.now() };
    const before = await db.findOneBy(InterpretationPlanEntity, { documentId: document.documentId });
    if (!before) await db.insert(InterpretationPlanEntity, { ...row, id: newId(), version: 0 });
    else {
      const { affected } = await db.update(InterpretationPlanEntity, { id: before.id, version: before.version }, { ...row, version: before.version + 1 });
      if (affected !== 1) throw new DomainError('documents.changed_meanwhile');
    }
    const facts: Record<string, string | null> = given.exemptionKind === null ? { forms: given.forms.join(','), dueOn: given.dueOn, ownerOrgId: given.ownerOrgId } : { exemption: given.exemptionKind };
    await this.events.record(db, actor, { verb: given.exemptionKind === null ? 'documents.interpretation_planned' : 'documents.interpretation_exempted', subjectType: 'document', subjectId: document.documentId, facts, onBehalfOfOrgId: document.orgId });
  }

  /** Plans by document. */
  async of(db: Db, documentIds: readonly string[]): Promise<Map<string, Plan>> {
    const found = new Map<string, Plan>();
    for (let i = 0; i < documentIds.length; i += 400) for (const row of await db.findBy(InterpretationPlanEntity, { documentId: In(documentIds.slice(i, i + 400)) })) found.set(row.documentId, row);
    return found;
  }

  toView(plan: Plan, units: ReadonlyMap<string, string>, people: ReadonlyMap<string, string>): InterpretationPlanView {
    return {
      ownerOrgId: plan.ownerOrgId ?? '', ownerOrgName: units.get(plan.ownerOrgId ?? '') ?? '', forms: plan.forms, dueOn: plan.dueOn,
      exemption: plan.exemptionKind === null ? null : { kind: plan.exemptionKind, kindWords: findExemption(plan.exemptionKind)?.words ?? plan.exemptionKind, reason: plan.reason },
      decidedByName: people.get(plan.decidedById) ?? '', decidedAt: plan.decidedAt.toISOString(),
    };
  }

  private async read(db: Db, document: PlannedDocument, choice: InterpretationChoice | null | undefined): Promise<Pick<Plan, 'ownerOrgId' | 'forms' | 'dueOn' | 'exemptionKind' | 'reason'>> {
    const refuse = (why: string): never => { throw new DomainError('documents.interpretation_plan_invalid', {}, why); };
    if (!choice?.plan && !choice?.exemption) throw new DomainError('documents.interpretation_plan_missing');
    if (choice.plan && choice.exemption) refuse('解读方案和免于解读只能选一项。');
    if (choice.exemption) {
      const { kind, reason } = choice.exemption;
      if (!findExemption(kind)) refuse('免于解读的情形不在目录中。');
      if (reason.trim() === '') refuse('请写明免于解读的理由。');
      return { ownerOrgId: document.orgId, forms: [], dueOn: null, exemptionKind: kind, reason: reason.trim() };
    }
    const { ownerOrgId = document.orgId, forms, dueOn } = choice.plan!;
    if (forms.length === 0) refuse('解读方案至少写明一种解读形式。');
    if (ownerOrgId === null) refuse('解读方案要写明解读单位。');
    if (ownerOrgId !== document.orgId) await this.organisations.get(db, ownerOrgId!);
    const latest = latestDueOn(document.releasedOn);
    if (dueOn !== undefined && (!isCivilDate(dueOn) || dueOn < document.releasedOn || dueOn > latest)) refuse(`解读期限应在文件公开当日到${latest}之间（${dueRuleText(document.releasedOn)}）。`);
    return { ownerOrgId: ownerOrgId!, forms: INTERPRETATION_FORMS.filter((form: InterpretationForm) => forms.includes(form)), dueOn: dueOn ?? latest, exemptionKind: null, reason: '' };
  }
}
