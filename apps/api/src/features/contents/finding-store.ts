import { Injectable } from '@nestjs/common';
import type { Finding } from '@govmedia-hub/screening';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { ContentEntity, ContentFindingEntity } from './content.entity.js';
import { carryOver, holdsGate, waits } from './finding-decisions.js';

/** Keeps the findings of an item beside its current text. */
@Injectable()
export class FindingStore {
  /** Puts a new screening in the place of the last one; decisions stay with the findings that are still there. */
  async replace(db: Db, contentId: string, found: readonly Finding[]): Promise<void> {
    const kept = await db.findBy(ContentFindingEntity, { contentId });
    const { added, moved, fixed } = carryOver(kept, found);
    for (const { id, finding, reopen } of moved) {
      await db.update(ContentFindingEntity, { id }, { ...placeOf(finding), ...(reopen ? { state: 'open' as const, decidedById: null, decidedAt: null, reason: null } : {}) });
    }
    for (const finding of added) {
      await db.insert(ContentFindingEntity, { id: newId(), contentId, findingKey: finding.key, gate: finding.gate, rule: finding.rule, ...placeOf(finding), state: 'open', decidedById: null, decidedAt: null, reason: null });
    }
    if (fixed.length > 0) await db.update(ContentFindingEntity, { id: In(fixed) }, { state: 'fixed' });
    await this.count(db, contentId);
  }

  /** Refreshes the numbers that lists show. */
  async count(db: Db, contentId: string): Promise<void> {
    const rows = await db.findBy(ContentFindingEntity, { contentId });
    await db.update(ContentEntity, { id: contentId }, { openFindings: rows.filter(waits).length, blocking: rows.filter((row) => row.severity === 'block' && holdsGate(row)).length });
  }
}

function placeOf(finding: Finding): Pick<ContentFindingEntity, 'severity' | 'startsAt' | 'endsAt' | 'text' | 'message' | 'suggestion' | 'source' | 'attachment' | 'place'> {
  return { severity: finding.severity, startsAt: finding.start, endsAt: finding.end, text: finding.text, message: finding.message.slice(0, 500), suggestion: finding.suggestion, source: finding.source.slice(0, 255), attachment: finding.attachment, place: finding.place?.slice(0, 255) ?? null };
}
