import type { EventView } from '@govmedia-hub/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { EventEntity } from './event.entity.js';

export class ListEventsDto extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(64) subjectId?: string;
  @IsOptional() @IsString() @MaxLength(64) verb?: string;
}

export function toEventView(event: EventEntity, actorName: string): EventView {
  const { id, position, onBehalfOfOrgId, actorId, verb, subjectType, subjectId, facts } = event;
  return { id, position, at: event.at.toISOString(), actorId, actorName, onBehalfOfOrgId, verb, subjectType, subjectId, facts };
}
