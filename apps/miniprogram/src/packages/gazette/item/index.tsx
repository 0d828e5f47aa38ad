import type { GazetteItemTextView } from '@govmedia-hub/contracts';
import { toWireRequest } from '../../../api/endpoint-call.js';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { AttachmentLink } from '../../../components/attachment-link.js';
import { Screen } from '../../../components/screen.js';
import { Failed, Loading } from '../../../components/states.js';
import { Box, Link, Words } from '../../../elements/elements.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords, dayWords } from '../../../words/dates.js';
import { issueName } from '../issue-row.js';
import { ItemMarks } from '../item-marks.js';

function Item({ item }: { item: GazetteItemTextView }) {
  const params = { params: { id: item.id } };
  return (
    <Box as="article" className="policy">
      <Box as="header" className="policy-head">
        {item.issuer ? <Box as="p" className="policy-issuer">{item.issuer}</Box> : null}
        <Box as="h1" className="policy-title">{item.title}</Box>
        <Box className="policy-meta"><ItemMarks item={item} /></Box>
        <Box className="policy-meta"><Words>登载于</Words><Link inline to={linkTo('/gazette/issue', { id: item.issue.id })}>{item.issue.masthead}{issueName(item.issue)}</Link><Words>{dateWords(item.issue.publishedOn)}出版</Words></Box>
      </Box>
      {item.errata.length ? (
        <Box className="validity-banner banner-amended" role="region" label="更正">
          <Box as="p" className="banner-title">这份文件有更正</Box>
          {item.errata.map((erratum) => <Box as="p" key={erratum.id}>{dayWords(erratum.confirmedAt)}：{erratum.text}</Box>)}
        </Box>
      ) : null}
      {item.withdrawn ? (
        <Box className="withdrawn-notice" role="alert">
          <Box as="p" className="banner-title">这份文件已由发布机关撤下</Box>
          <Box as="p" className="banner-advice">公报保留它的标题，不再提供全文。需要了解现行规定，可以在政策文件里查找，或者向制发机关咨询。</Box>
        </Box>
      ) : (
        <>
          {item.textState === 'ocr_unchecked' ? <Box as="p" className="validity-banner banner-unknown">正文由扫描件识别，还没有逐字校对，以纸质公报为准。</Box> : null}
          <Box className="policy-body gazette-text">{item.text.split('\n').filter((line) => line.trim()).map((line, index) => <Box as="p" key={index} className="gazette-line"><Words selectable>{line.trim()}</Words></Box>)}</Box>
          <Box className="policy-files">
            <AttachmentLink name={`${item.title}.pdf`} label="下载 PDF" path={toWireRequest('publicGazetteItemPdf', params).path} />
            <AttachmentLink name={`${item.title}.txt`} label="下载文本" path={toWireRequest('publicGazetteItemText', params).path} />
          </Box>
          <Box as="p" className="gazette-digest">正文摘要（SHA-256）：<Words selectable>{item.digest}</Words></Box>
        </>
      )}
      {item.documentId ? <Link to={policyLink(item.documentId)} className="button-secondary">看效力、解读和问答</Link> : null}
    </Box>
  );
}

/** A document as an issue printed it. */
export default function GazetteItem() {
  const { id = '' } = useParams();
  const loaded = useEndpoint('publicGetGazetteItem', id ? { params: { id } } : null);
  const item = loaded.state === 'ready' ? loaded.data : null;
  return (
    <Screen title={item?.title ?? '公报文件'} className="gazette-item-page" share={{ link: linkTo('/gazette/item', { id }), source: item ? `${item.issue.masthead}${issueName(item.issue)}` : null, on: item?.issue.publishedOn }}>
      {loaded.state === 'loading' ? <Loading what="公报文件" /> : null}
      {loaded.state === 'idle' ? <Failed failure={{ kind: 'missing', title: '链接里没有写明是哪份文件', hint: '可以从公报列表里找。', next: null, code: null, fields: [], requestId: null }} /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {item ? <Item item={item} /> : null}
    </Screen>
  );
}
