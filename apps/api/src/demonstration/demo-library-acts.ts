import { Injectable } from '@nestjs/common';
import type { InterpretationChoice } from '@govmedia-hub/contracts';
import { interpretations, policies, questions, render, renderAll } from '../demo-city/index.js';
import { DocumentsReader } from '../features/documents/documents.reader.js';
import { DocumentsService } from '../features/documents/documents.service.js';
import { Clock } from '../foundation/clock/clock.js';
import { Database } from '../foundation/database/database.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

const GROUNDS = { proactive: 'art19', on_request: 'art27', withheld: 'art16_internal' } as const;

/** What the city's units promised for a policy: what they then wrote, in time or not. */
function interpretationOf(policyKey: string, today: string): InterpretationChoice {
  const read = interpretations.filter((item) => item.policyKey === policyKey);
  const asked = questions.some((item) => item.policyKey === policyKey) || read.some((item) => renderAll(item.blocks, today).some((block) => block.type === 'qa'));
  if (read.length === 0 && !asked) return { exemption: { kind: 'internal_work', reason: '内部工作安排，不涉及群众权利义务。' } };
  return { plan: { forms: [...(read.length > 0 ? (['text'] as const) : []), ...(asked ? (['qa'] as const) : [])] } };
}

/** Imports and confirms the city's policies, each on the day it was published. */
@Injectable()
export class DemoLibraryActs {
  constructor(
    private readonly documents: DocumentsService,
    private readonly reader: DocumentsReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param documentIds filled with policy key → document id as the acts run */
  acts(staff: DemoStaff, documentIds: Map<string, string>): Act[] {
    const today = this.clock.today();
    return policies.map((policy) => {
      const publishedOn = render(policy.publishedOn, today);
      const offset = Math.min(0, Math.round((Date.parse(publishedOn) - Date.parse(today)) / 86_400_000));
      return {
        offset,
        order: 1,
        run: async () => {
          const { operator } = staff.deskOf(policy.orgKey);
          const [row] = await this.documents.importFiles(operator, [{ name: `${render(policy.title, today)}.txt`, bytes: Buffer.from(render(policy.text, today)) }]);
          if (!row?.documentId || row.status === 'refused') throw new Error(`${policy.key}: ${JSON.stringify(row?.problems)}`);
          const draft = await this.database.read((db) => this.reader.draftView(db, row.documentId!, this.clock.today()));
          await this.documents.confirm(operator, draft.id, {
            seenVersion: draft.version, title: draft.title, docNumber: draft.docNumber, issuer: draft.issuer ?? render(policy.issuer, today), signedOn: draft.signedOn, publishedOn,
            effectiveOn: draft.effectiveOn ?? draft.signedOn, expiresOn: draft.expiresOn, openness: draft.openness, topic: policy.topic, interpretation: interpretationOf(policy.key, today),
            ...(draft.openness !== null && draft.opennessMark === null ? { opennessGround: GROUNDS[draft.openness] } : {}),
          });
          documentIds.set(policy.key, draft.id);
        },
      };
    });
  }
}
