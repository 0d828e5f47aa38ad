import type { GazetteIssueSummaryView } from '@govmedia-hub/contracts';
import { Box, Link, Words } from '../../elements/elements.js';
import { linkTo } from '../../routes/paths.js';
import { dateWords } from '../../words/dates.js';

/** 2026年第3期（总第15期） */
export const issueName = ({ year, issueNo, totalNo }: Pick<GazetteIssueSummaryView, 'year' | 'issueNo' | 'totalNo'>): string => `${year}年第${issueNo}期${totalNo === null ? '' : `（总第${totalNo}期）`}`;

export function IssueRow({ issue }: { issue: GazetteIssueSummaryView }) {
  return (
    <Box as="li" className="row issue-row">
      <Link to={linkTo('/gazette/issue', { id: issue.id })} className="row-title">{issueName(issue)}</Link>
      <Box className="row-meta"><Words className="row-date">{dateWords(issue.publishedOn)}出版</Words><Words>{issue.items} 份文件</Words></Box>
    </Box>
  );
}
