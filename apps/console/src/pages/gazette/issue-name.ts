import type { GazetteIssueSummaryView } from '@govmedia-hub/contracts';

/** 2026年第3期（总第15期） */
export const issueName = ({ year, issueNo, totalNo }: Pick<GazetteIssueSummaryView, 'year' | 'issueNo' | 'totalNo'>): string => `${year}年第${issueNo}期${totalNo === null ? '' : `（总第${totalNo}期）`}`;
