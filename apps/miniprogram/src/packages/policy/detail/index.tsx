import type { PublicDocumentView } from '@govmedia-hub/contracts';
import { useEffect, useState } from 'react';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { Screen } from '../../../components/screen.js';
import { Failed, Loading } from '../../../components/states.js';
import { PrintSource } from '../../../components/print-source.js';
import { DocNumber, ValidityChip } from '../../../components/validity-chip.js';
import { Box, Link, Words } from '../../../elements/elements.js';
import { scrollToId } from '../../../elements/scroll.js';
import { openedAnchor } from '../../../routes/address.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords, instantWords } from '../../../words/dates.js';
import { Contents } from '../contents.js';
import { PolicyBody } from '../policy-body.js';
import { PolicyFiles } from '../policy-files.js';
import { PolicyRelations } from '../policy-relations.js';
import { ValidityBanner } from '../validity-banner.js';

/** Height that the sticky contents bar covers, with a little air. */
const STICKY_PX = 76;

function Meta({ policy }: { policy: PublicDocumentView }) {
  const dates = [
    { word: '成文', on: policy.signedOn },
    { word: '发布', on: policy.publishedOn },
    { word: '施行', on: policy.effectiveOn },
    { word: '有效期至', on: policy.expiresOn },
  ].filter((date) => date.on);
  return (
    <Box className="policy-meta">
      {policy.docNumber ? <DocNumber number={policy.docNumber} validity={policy.validity} /> : null}
      {dates.map((date) => <Words key={date.word} className="policy-date">{date.word} {dateWords(date.on)}</Words>)}
      {policy.area ? <Words className="policy-area">适用于{policy.area.path}</Words> : null}
      <ValidityChip validity={policy.validity} />
    </Box>
  );
}

/** What is left of a withdrawn policy: what it was, when and why it was taken back. */
function Withdrawn({ policy }: { policy: PublicDocumentView }) {
  return (
    <Box as="article" className="policy">
      <Box as="header" className="policy-head">
        {policy.issuer ? <Box as="p" className="policy-issuer">{policy.issuer}</Box> : null}
        <Box as="h1" className="policy-title">{policy.title}</Box>
        {policy.docNumber ? <Box className="policy-meta"><Words>{policy.docNumber}</Words></Box> : null}
      </Box>
      <Box className="withdrawn-notice" role="alert">
        <Box as="p" className="banner-title">这份文件已经撤下{policy.withdrawnAt ? `（${instantWords(policy.withdrawnAt)}）` : ''}</Box>
        {policy.withdrawnReason ? <Box as="p" className="withdrawn-reason">原因：{policy.withdrawnReason}</Box> : null}
        <Box as="p" className="banner-advice">请不要再以它为准。需要了解现行规定，可以在政策文件里查找，或者向制发机关咨询。</Box>
      </Box>
      <Link to="/policies" className="button-secondary">查找政策文件</Link>
    </Box>
  );
}

function Policy({ policy, anchor }: { policy: PublicDocumentView; anchor: string | null }) {
  const [target, setTarget] = useState(anchor);
  const show = (to: string): void => {
    setTarget(to);
    scrollToId(to, STICKY_PX);
  };
  useEffect(() => {
    if (!anchor) return undefined;
    const timer = setTimeout(() => scrollToId(anchor, STICKY_PX), 60); // the page is laid out by then
    return () => clearTimeout(timer);
  }, [anchor]);
  return (
    <Box as="article" className="policy">
      <Box as="header" className="policy-head">
        {policy.issuer ? <Box as="p" className="policy-issuer">{[policy.issuer, ...policy.jointIssuers.filter((name) => name !== policy.issuer)].join('　')}</Box> : null}
        <Box as="h1" className="policy-title">{policy.title}</Box>
        <Meta policy={policy} />
      </Box>
      <ValidityBanner policy={policy} />
      <Contents sections={policy.sections} onChoose={show} />
      {policy.addressees.length ? <Box as="p" className="policy-addressees">{policy.addressees.join('、')}：</Box> : null}
      <PolicyBody policy={policy} target={target} onOwnAnchor={show} />
      <PolicyFiles policy={policy} />
      <PrintSource digest={policy.digest} />
      <PolicyRelations policy={policy} onOwnAnchor={show} />
    </Box>
  );
}

export default function PolicyPage() {
  const params = useParams();
  const [anchor] = useState(() => openedAnchor(params));
  const id = params.id ?? '';
  const loaded = useEndpoint('publicGetDocument', id ? { params: { id } } : null);
  const policy = loaded.state === 'ready' ? loaded.data : null;
  return (
    <Screen title={policy?.title ?? '政策'} className="policy-page" share={{ link: id ? policyLink(id, anchor) : linkTo('/policies'), source: policy?.issuer, on: policy?.publishedOn ?? policy?.signedOn }}>
      {loaded.state === 'loading' ? <Loading what="政策全文" /> : null}
      {loaded.state === 'idle' ? <Failed failure={{ kind: 'missing', title: '链接里没有写明是哪份政策', hint: '可以从政策列表里找。', next: null, code: null, fields: [], requestId: null }} /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {policy ? policy.status === 'withdrawn' ? <Withdrawn policy={policy} /> : <Policy policy={policy} anchor={anchor} /> : null}
    </Screen>
  );
}
