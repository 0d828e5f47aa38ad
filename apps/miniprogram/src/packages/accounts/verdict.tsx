import { ACCOUNT_STATUS_WORDS, AUTHENTICITY_WORDS, PLATFORM_WORDS, type AccountSummaryView, type AuthenticityVerdict, type AuthenticityView } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';
import { accountQuery } from '../../components/rows.js';
import { Box, Link, Words } from '../../elements/elements.js';
import { linkTo } from '../../routes/paths.js';
import { dateWords, dayWords, instantWords } from '../../words/dates.js';

const SHAPES: Record<AuthenticityVerdict, string> = { registered: '●', was_registered: '○', not_registered: '？', looks_like: '△' };

function sentence(checked: AuthenticityView): string {
  const { account, verdict } = checked;
  if (verdict === 'registered' && account) return `由${account.sponsorName}主办，${dateWords(account.filedOn)}起备案。`;
  if (verdict === 'was_registered' && account) return `曾由${account.sponsorName}主办，${dayWords(account.statusSince)}起${ACCOUNT_STATUS_WORDS[account.status]}，现在发布的内容不代表政府。`;
  if (verdict === 'looks_like') return '没有备案，但名称和下面的备案账号相近。请不要据此办事、转账或填写个人信息。';
  return '备案名录里没有这个账号。没有备案不一定是假冒，但它的内容不能当作政府发布。';
}

function Row({ term, className, children }: { term: string; className: string; children: ReactNode }) {
  return (
    <Box className={`fact ${className}`}>
      <Box as="dt" className="fact-term">{term}</Box>
      <Box as="dd" className="fact-value">{children}</Box>
    </Box>
  );
}

function Account({ account }: { account: AccountSummaryView }) {
  return (
    <>
      <Row term="账号" className="verdict-account">{account.name}（{PLATFORM_WORDS[account.platform]}）</Row>
      <Row term="主办单位" className="verdict-sponsor">{account.sponsorName}</Row>
      <Row term="备案时间" className="verdict-since">{dateWords(account.filedOn)}</Row>
      <Row term="备案编号" className="verdict-filing-no">{account.filingNo}</Row>
      {account.status === 'active' ? null : <Row term="现状" className="verdict-status">{ACCOUNT_STATUS_WORDS[account.status]}（{dayWords(account.statusSince)}起）</Row>}
      {account.successor ? <Row term="现在请关注" className="verdict-successor">{account.successor}</Row> : null}
      {account.intro ? <Row term="简介" className="verdict-intro">{account.intro}</Row> : null}
    </>
  );
}

/** The word first, then who, since when, filing number, time of check and receipt. */
export function Verdict({ checked }: { checked: AuthenticityView }) {
  return (
    <Box as="section" className={`verdict verdict-${checked.verdict}`}>
      <Box className="verdict-band">
        <Box as="h2" className="verdict-head">
          <Words className="verdict-shape" hidden>{SHAPES[checked.verdict]}</Words>
          <Words className="verdict-word">{AUTHENTICITY_WORDS[checked.verdict]}</Words>
        </Box>
        <Box as="p" className="verdict-query">“{checked.query}”</Box>
        <Box as="p" className="verdict-sentence">{sentence(checked)}</Box>
      </Box>
      <Box as="dl" className="facts">
        {checked.account ? <Account account={checked.account} /> : null}
        <Row term="核验时间" className="verdict-checked-at">{instantWords(checked.checkedAt)}</Row>
        <Row term="核验回执" className="verdict-receipt">{checked.receipt}</Row>
      </Box>
      {checked.similar.length ? (
        <Box as="section" className="part verdict-similar">
          <Box as="h3" className="part-title">同名或相近的备案账号</Box>
          <Box as="ul" className="rows">
            {checked.similar.map(({ account, reason }) => (
              <Box as="li" key={account.id} className="row similar-account">
                <Link to={linkTo('/check', { q: accountQuery(account) })} className="row-title">{account.name}</Link>
                <Box className="row-meta">{PLATFORM_WORDS[account.platform]}，{account.sponsorName}</Box>
                <Box className="similar-reason">{reason}</Box>
              </Box>
            ))}
          </Box>
        </Box>
      ) : null}
      {checked.verdict === 'looks_like' || checked.verdict === 'not_registered' ? (
        <Link to={linkTo('/ticket/new', { kind: 'complaint', question: `疑似冒充政务账号：${checked.query}（核验回执 ${checked.receipt}）` })} className="button-secondary report-account">反映这个账号</Link>
      ) : null}
    </Box>
  );
}
