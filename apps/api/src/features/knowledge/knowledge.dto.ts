import { LIMITS, VALIDITIES, type AskRequest, type FeedbackRequest, type PassageView, type SearchQuery, type SuggestionView, type Validity } from '@govmedia-hub/contracts';
import type { Hit, Suggestion } from '@govmedia-hub/knowledge';
import { describedArea } from '@govmedia-hub/official-documents';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { IndexedPassage } from '../library-index/library-index.service.js';

const MAX_HITS = 50;
const CIVIL_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const AREA_CODE = /^\d{6}(?:\d{3})?$/;
const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class AskDto implements AskRequest {
  @Trimmed() @IsString() @MaxLength(LIMITS.questionChars) question: string;
  @IsOptional() @IsInt() @Min(1) @Max(MAX_HITS) k?: number;
  @IsOptional() @IsString() @MaxLength(LIMITS.conversationChars) conversation?: string;
  @IsOptional() @Matches(AREA_CODE) area?: string;
  @IsOptional() @Matches(AREA_CODE) heldIn?: string;
}

export class SearchDto implements SearchQuery {
  @Trimmed() @IsString() @MaxLength(LIMITS.questionChars) q: string;
  @IsOptional() @IsIn(['article', 'qa', 'guide', 'interpretation']) kind?: PassageView['kind'];
  @IsOptional() @IsIn(VALIDITIES) validity?: Validity;
  @IsOptional() @IsString() @MaxLength(60) topic?: string;
  @IsOptional() @IsString() @MaxLength(100) issuer?: string;
  @IsOptional() @Matches(AREA_CODE) area?: string;
  @IsOptional() @Matches(AREA_CODE) heldIn?: string;
  @IsOptional() @Matches(CIVIL_DATE) from?: string;
  @IsOptional() @Matches(CIVIL_DATE) to?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(MAX_HITS) limit?: number;
}

export class SuggestDto {
  @Trimmed() @IsString() @MaxLength(100) q: string;
}

export class FeedbackDto implements FeedbackRequest {
  @IsBoolean() helpful: boolean;
  @IsOptional() @Trimmed() @IsString() @MaxLength(LIMITS.reasonChars) why?: string;
}

/** A hit as residents see it, with where it comes from and where its link leads. */
export function toPassageView(hit: Hit, entry: IndexedPassage): PassageView {
  return {
    kind: kindOf(hit.kind), documentId: entry.documentId ?? entry.publicationId ?? '', docNumber: entry.docNumber, title: entry.title,
    anchor: entry.anchor, label: entry.label, text: hit.passage.text, highlights: hit.highlights, validity: hit.validity, area: describedArea(entry.area), score: Math.round(hit.score * 1000) / 1000, link: entry.link,
  };
}

const kindOf = (kind: Hit['kind']): PassageView['kind'] => (kind === 'document' ? 'article' : kind);

/** A title leads to the whole text, not to the article under which it was found. */
export function toSuggestionView({ text, kind, highlights, entry }: Suggestion & { entry: IndexedPassage }): SuggestionView {
  return { text, kind: kindOf(kind), highlights, link: entry.link.replace(/#.*$/, '') };
}
