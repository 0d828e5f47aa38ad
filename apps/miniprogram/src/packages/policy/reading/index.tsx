import { CONTENT_KIND_WORDS } from '@govmedia-hub/contracts';
import { toWireRequest } from '../../../api/endpoint-call.js';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { Attachments } from '../../../components/attachments.js';
import { Screen } from '../../../components/screen.js';
import { SourceChip } from '../../../components/source-chip.js';
import { Failed, Loading } from '../../../components/states.js';
import { UnderReviewChip } from '../../../components/validity-chip.js';
import { Box, Link, Words } from '../../../elements/elements.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords, dayWords, instantWords } from '../../../words/dates.js';
import { titled } from '../../../words/names.js';
import { Blocks } from '../blocks.js';
import { usePreview } from '../preview.js';

export default function Reading() {
  const { id = '' } = useParams();
  const previewing = id === 'preview';
  const preview = usePreview(previewing);
  const loaded = useEndpoint('publicGetPublication', id && !previewing ? { params: { id } } : null);
  const reading = preview ?? (loaded.state === 'ready' ? loaded.data : null);
  const withdrawn = reading?.status === 'withdrawn';
  return (
    <Screen title={reading?.title ?? '解读'} className="reading-page" share={{ link: linkTo('/reading', { id }), source: reading?.orgName, on: reading?.reviewedOn }}>
      {loaded.state === 'loading' && !reading ? <Loading what="正文" /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {reading ? (
        <Box as="article" className="reading">
          <Box as="p" className="reading-kind">{CONTENT_KIND_WORDS[reading.kind]}</Box>
          <Box as="h1" className="reading-title">{reading.title}</Box>
          <Box className="reading-meta">
            <Words>{reading.orgName}</Words>
            <Words>{dayWords(reading.publishedAt)}发布</Words>
            {withdrawn ? null : <Words>{dateWords(reading.reviewedOn)}审核</Words>}
          </Box>
          {withdrawn ? (
            <Box className="withdrawn-notice" role="alert">
              <Box as="p" className="banner-title">这篇内容已经撤回{reading.withdrawnAt ? `（${instantWords(reading.withdrawnAt)}）` : ''}</Box>
              {reading.withdrawnReason ? <Box as="p" className="withdrawn-reason">原因：{reading.withdrawnReason}</Box> : null}
              <Box as="p" className="banner-advice">请不要再以它为准。下面列出的政策原文仍可查看。</Box>
            </Box>
          ) : null}
          {reading.corrections?.length ? (
            <Box className="withdrawn-notice">
              {reading.corrections.map((correction) => <Box as="p" key={correction.id} className="banner-title">本文已于{dayWords(correction.publishedAt)}更正，请看<Link inline to={linkTo('/reading', { id: correction.id })}>{titled(correction.title)}</Link></Box>)}
            </Box>
          ) : null}
          {reading.corrects ? <Box as="p" className="reading-corrects">更正的是{dayWords(reading.corrects.publishedAt)}发布的<Link inline to={linkTo('/reading', { id: reading.corrects.id })}>{titled(reading.corrects.title)}</Link></Box> : null}
          {!withdrawn && reading.underReview ? <Box className="under-review"><UnderReviewChip /></Box> : null}
          {withdrawn ? null : <Blocks blocks={reading.blocks} sources={reading.sources} attachments={reading.attachments} mediaPath={(mediaId) => previewing ? `/api/media/${mediaId}` : toWireRequest('publicGetMedia', { params: { id: reading.id, mediaId } }).path} attachmentPath={(attachmentId) => toWireRequest('publicGetAttachment', { params: { id: reading.id, attachmentId } }).path} />}
          <Attachments publicationId={reading.id} attachments={reading.attachments} />
          {reading.sources.length ? (
            <Box as="section" className="part reading-sources">
              <Box as="h2" className="part-title">依据</Box>
              <Box className="source-list">
                {reading.sources.map((source) => (
                  <SourceChip key={`${source.documentId}${source.anchor ?? ''}`} to={policyLink(source.documentId, source.anchor)} title={source.title} docNumber={source.docNumber} label={source.label} validity={source.validity} />
                ))}
              </Box>
            </Box>
          ) : null}
        </Box>
      ) : null}
    </Screen>
  );
}
