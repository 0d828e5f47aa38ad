import type { BoundSourceView, GuideParts } from './contents.js';

export interface GuideSummaryView {
  id: string;
  title: string;
  orgName: string;
  audience: GuideParts['audience'];
  lifeEvent: string;
  topic: string | null;
  timeLimit: string;
  fee: string;
  oneVisit: boolean;
  underReview: boolean;
}

export interface GuideView extends GuideSummaryView {
  parts: GuideParts;
  basis: BoundSourceView[];
  publishedAt: string;
  reviewedOn: string;
}

export interface ListGuidesQuery { q?: string; audience?: GuideParts['audience']; lifeEvent?: string; cursor?: string; limit?: number }
