import { GAZETTE_STATUS_WORDS, type GazetteIssueSummaryView } from '@govmedia-hub/contracts';
import { civilDateAt } from '../../components/dates/civil-date.js';
import { StatusTag } from '../../components/StatusTag.js';

/** Signed ahead of its day is not yet public. */
export function IssueStatus({ issue }: { issue: Pick<GazetteIssueSummaryView, 'status' | 'publishedOn'> }) {
  if (issue.status === 'draft') return <StatusTag tone="amber" shape="△">{GAZETTE_STATUS_WORDS.draft}</StatusTag>;
  if (issue.publishedOn > civilDateAt(Date.now())) return <StatusTag tone="accent" shape="◌">已签发，待出版</StatusTag>;
  return <StatusTag tone="good" shape="●">已出版</StatusTag>;
}
