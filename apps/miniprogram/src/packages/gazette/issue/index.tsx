import type { GazetteIssueView } from '@govmedia-hub/contracts';
import { toWireRequest } from '../../../api/endpoint-call.js';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { AttachmentLink } from '../../../components/attachment-link.js';
import { Screen } from '../../../components/screen.js';
import { Failed, Loading } from '../../../components/states.js';
import { Box, Link, Words } from '../../../elements/elements.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords, dayWords } from '../../../words/dates.js';
import { issueName } from '../issue-row.js';
import { ItemMarks } from '../item-marks.js';

function Issue({ issue }: { issue: GazetteIssueView }) {
  const items = issue.sections.flatMap((section) => section.items);
  const name = `${issue.masthead} ${issueName(issue)}`;
  const params = { params: { id: issue.id } };
  return (
    <>
      <Box as="header" className="policy-head">
        <Box as="p" className="policy-issuer">{issue.masthead}</Box>
        <Box as="h1" className="policy-title">{issueName(issue)}</Box>
        <Box className="policy-meta"><Words>{dateWords(issue.publishedOn)}出版</Words><Words>{issue.items} 份文件</Words></Box>
      </Box>
      {issue.errata.length ? (
        <Box className="validity-banner banner-amended" role="region" label="更正">
          <Box as="p" className="banner-title">这一期有更正</Box>
          {issue.errata.map((erratum) => <Box as="p" key={erratum.id}>{dayWords(erratum.confirmedAt)}：{erratum.itemId ? `《${items.find((item) => item.id === erratum.itemId)?.title ?? ''}》` : ''}{erratum.text}</Box>)}
        </Box>
      ) : null}
      {issue.sections.map((section, index) => (
        <Box as="section" key={index} className="part">
          <Box as="h2" className="part-title">{section.name}</Box>
          <Box as="ul" className="rows">
            {section.items.map((item) => (
              <Box as="li" key={item.id} className="row">
                <Link to={linkTo('/gazette/item', { id: item.id })} className="row-title">{item.title}</Link>
                <Box className="row-meta"><ItemMarks item={item} /></Box>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
      <Box as="section" className="part">
        <Box as="h2" className="part-title">下载和核对</Box>
        <Box className="policy-files gazette-files">
          <AttachmentLink name={`${name}.pdf`} label="下载整期 PDF" path={toWireRequest('publicGazetteIssuePdf', params).path} />
          {items.some((item) => item.withdrawn) ? null : <AttachmentLink name={`${name}.txt`} label="下载整期文本" path={toWireRequest('publicGazetteIssueText', params).path} />}
        </Box>
        <Box as="p" className="gazette-digest">本期正文摘要（SHA-256）：<Words selectable>{issue.digest}</Words></Box>
        <Box as="p" className="gazette-digest">摘要印在 PDF 每一页下面，按整期文本计算；正文有一字不同，摘要就不同。</Box>
      </Box>
      <Link to="/gazette" className="button-secondary">看历期公报</Link>
    </>
  );
}

/** One issue: its sections, its documents, its corrections, and the whole to take along. */
export default function GazetteIssue() {
  const { id = '' } = useParams();
  const loaded = useEndpoint('publicGetGazetteIssue', id ? { params: { id } } : null);
  const issue = loaded.state === 'ready' ? loaded.data : null;
  return (
    <Screen title={issue ? `政府公报 ${issueName(issue)}` : '政府公报'} className="gazette-issue-page" share={{ link: linkTo('/gazette/issue', { id }), source: issue?.masthead ?? null, on: issue?.publishedOn }}>
      {loaded.state === 'loading' ? <Loading what="这一期公报" /> : null}
      {loaded.state === 'idle' ? <Failed failure={{ kind: 'missing', title: '链接里没有写明是哪一期公报', hint: '可以从公报列表里找。', next: null, code: null, fields: [], requestId: null }} /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {issue ? <Issue issue={issue} /> : null}
    </Screen>
  );
}
