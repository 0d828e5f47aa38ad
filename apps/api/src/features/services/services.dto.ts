import type { GuideParts, GuideSummaryView, GuideView, ListGuidesQuery, PublicationView } from '@govmedia-hub/contracts';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

export class ListGuidesDto extends PageQueryDto implements ListGuidesQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(['person', 'enterprise']) audience?: GuideParts['audience'];
  @IsOptional() @IsString() @MaxLength(40) lifeEvent?: string;
}

export type GuidePublication = PublicationView & { guide: GuideParts };

export const isGuide = (publication: PublicationView): publication is GuidePublication => publication.kind === 'guide' && publication.guide !== null && publication.status === 'published';

export function toGuideSummaryView({ id, title, orgName, topic, underReview, guide }: GuidePublication): GuideSummaryView {
  const { audience, lifeEvent, timeLimit, fee, oneVisit } = guide;
  return { id, title, orgName, audience, lifeEvent, topic, timeLimit: timeLimit.text, fee: fee.text, oneVisit, underReview };
}

export function toGuideView(publication: GuidePublication): GuideView {
  const { guide, sources, publishedAt, reviewedOn } = publication;
  return { ...toGuideSummaryView(publication), parts: guide, basis: sources, publishedAt, reviewedOn };
}
