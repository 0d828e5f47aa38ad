import type { AccountSummaryView, DocumentSummaryView, GuideSummaryView, PublicationSummaryView, QuestionView } from '@govmedia-hub/contracts';
import { ACCOUNT_STATUS_WORDS, CONTENT_KIND_WORDS, PLATFORM_WORDS } from '@govmedia-hub/contracts';
import { Box, Link, Words } from '../elements/elements.js';
import { linkTo, policyLink } from '../routes/paths.js';
import { dateWords, dayWords } from '../words/dates.js';
import { DocNumber, UnderReviewChip, ValidityChip } from './validity-chip.js';

/** One row of a list: the title is the link, a quiet line below says what one must know before opening. */

export function PolicyRow({ policy }: { policy: DocumentSummaryView }) {
  return (
    <Box as="li" className="row policy-row">
      <Link to={policyLink(policy.id)} className="row-title">{policy.title}</Link>
      <Box className="row-meta">
        {policy.docNumber ? <DocNumber number={policy.docNumber} validity={policy.validity} /> : policy.issuer ? <Words>{policy.issuer}</Words> : null}
        {policy.signedOn ? <Words className="row-date">{dateWords(policy.signedOn)}</Words> : null}
        <ValidityChip validity={policy.validity} />
      </Box>
    </Box>
  );
}

export function QuestionRow({ question }: { question: QuestionView }) {
  return (
    <Box as="li" className="row question-row">
      <Link to={linkTo('/question', { id: question.id })} className="row-title">{question.question}</Link>
      <Box className="row-meta">
        <Words>{question.orgName}</Words>
        <Words className="row-date">{dayWords(question.reviewedOn)}审核</Words>
        {question.underReview ? <UnderReviewChip /> : null}
      </Box>
    </Box>
  );
}

export function PublicationRow({ publication }: { publication: PublicationSummaryView }) {
  return (
    <Box as="li" className="row publication-row">
      <Link to={linkTo('/reading', { id: publication.id })} className="row-title">{publication.title}</Link>
      <Box className="row-meta">
        <Words>{CONTENT_KIND_WORDS[publication.kind]}</Words>
        <Words>{publication.orgName}</Words>
        <Words className="row-date">{dayWords(publication.publishedAt)}</Words>
        {publication.status === 'withdrawn' ? <Words className="withdrawn-mark">已撤回</Words> : null}
        {publication.underReview ? <UnderReviewChip /> : null}
      </Box>
    </Box>
  );
}

export function GuideRow({ guide }: { guide: GuideSummaryView }) {
  return (
    <Box as="li" className="row guide-row">
      <Link to={linkTo('/guide', { id: guide.id })} className="row-title">{guide.title}</Link>
      <Box className="row-meta">
        <Words>{guide.orgName}</Words>
        <Words>{guide.timeLimit}</Words>
        <Words>{guide.fee}</Words>
        {guide.oneVisit ? <Words className="one-visit">一次办好</Words> : null}
        {guide.underReview ? <UnderReviewChip /> : null}
      </Box>
    </Box>
  );
}

/** Names repeat across platforms; the home page is one account's own. */
export const accountQuery = (account: AccountSummaryView): string => account.homepageUrl ?? account.name;

export function AccountRow({ account }: { account: AccountSummaryView }) {
  return (
    <Box as="li" className="row account-row">
      <Link to={linkTo('/check', { q: accountQuery(account) })} className="row-title">{account.name}</Link>
      <Box className="row-meta">
        <Words>{PLATFORM_WORDS[account.platform]}</Words>
        <Words>{account.sponsorName}</Words>
        <Words className={`account-status account-${account.status}`}>{ACCOUNT_STATUS_WORDS[account.status]}</Words>
      </Box>
    </Box>
  );
}
