import { Entity, Index } from 'typeorm';
import type { DismissalRequest, DraftContentRequest } from '@govmedia-hub/contracts';
import { Id, IdColumn, Instant, LongJson, Text, Whole } from '../../foundation/database/columns.js';

/** What a person is writing and has not saved: apart from the frozen revisions, seen by nobody else, in no index. */
@Entity('content_drafts')
@Index('IDX_content_drafts_place', ['personId', 'place'], { unique: true })
export class ContentDraftEntity {
  @Id() id: string;
  @IdColumn() personId: string;
  /** The content's id, or 'new' with the policy it begins from. */
  @Text(60) place: string;
  /** Version of the content on which the draft stands. */
  @Whole({ nullable: true }) seenVersion: number | null;
  @LongJson() content: DraftContentRequest;
  @LongJson() dismissals: DismissalRequest[];
  @Instant() savedAt: Date;
}

/** Who is at a content now; its id is the content's. It lapses when its window is no longer heard of. */
@Entity('content_locks')
export class ContentLockEntity {
  @Id() id: string;
  @IdColumn() holderId: string;
  @IdColumn() window: string;
  @Instant() takenAt: Date;
  @Instant() heardAt: Date;
}
