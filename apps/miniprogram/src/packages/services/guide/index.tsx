import type { GuideView } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';
import { useEndpoint } from '../../../api/use-endpoint.js';
import { Attachments } from '../../../components/attachments.js';
import { Screen } from '../../../components/screen.js';
import { SourceChip } from '../../../components/source-chip.js';
import { Failed, Loading } from '../../../components/states.js';
import { UnderReviewChip } from '../../../components/validity-chip.js';
import { Box, Link, Words } from '../../../elements/elements.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords } from '../../../words/dates.js';
import { CopyAddress } from '../copy-address.js';

function Fact({ term, className, children }: { term: string; className: string; children: ReactNode }) {
  return (
    <Box className={`fact ${className}`}>
      <Box as="dt" className="fact-term">{term}</Box>
      <Box as="dd" className="fact-value">{children}</Box>
    </Box>
  );
}

function Part({ title, className, children }: { title: string; className: string; children: ReactNode }) {
  return (
    <Box as="section" className={`part ${className}`}>
      <Box as="h2" className="part-title">{title}</Box>
      {children}
    </Box>
  );
}

/** Spaces and dashes stay readable on screen and are dropped when dialling. */
const dial = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

function Guide({ guide }: { guide: GuideView }) {
  const { parts } = guide;
  // a guide is a publication: its files are listed with it
  const publication = useEndpoint('publicGetPublication', { params: { id: guide.id } });
  return (
    <Box as="article" className="guide">
      <Box as="p" className="guide-org">{guide.orgName}</Box>
      <Box as="h1" className="guide-title">{guide.title}</Box>
      {guide.underReview ? <Box className="under-review"><UnderReviewChip /></Box> : null}
      <Box as="dl" className="facts">
        <Fact term="办理时限" className="guide-time-limit">{parts.timeLimit.text || guide.timeLimit}</Fact>
        <Fact term="费用" className="guide-fee">{parts.fee.text || guide.fee}</Fact>
        <Fact term="跑几次" className="guide-visits">{parts.oneVisit ? <Words className="one-visit">一次办好</Words> : '可能需要再来一次，请先打电话确认'}</Fact>
        <Fact term="地点" className="guide-place">{parts.place}</Fact>
        <Fact term="办公时间" className="guide-hours">{parts.hours}</Fact>
        <Fact term="电话" className="guide-phone"><Link inline to={dial(parts.phone)} className="phone-link">{parts.phone}</Link></Fact>
        {parts.onlineUrl ? <Fact term="网上办理" className="guide-online"><CopyAddress url={parts.onlineUrl} /></Fact> : null}
      </Box>
      {parts.conditions.length ? (
        <Part title="谁能办" className="guide-conditions">
          <Box as="ul" className="plain-list">{parts.conditions.map((condition, index) => <Box as="li" key={index} className="plain-item">{condition}</Box>)}</Box>
        </Part>
      ) : null}
      <Part title={`要带的材料（${parts.materials.length} 样）`} className="guide-materials">
        {parts.materials.length ? (
          <Box as="ol" className="materials">
            {parts.materials.map((material, index) => (
              <Box as="li" key={index} className="material">
                <Box className="material-name">{index + 1}. {material.name}</Box>
                <Box className="material-meta">{[material.form, material.copies ? `${material.copies} 份` : '', material.note].filter(Boolean).join('，')}</Box>
              </Box>
            ))}
          </Box>
        ) : (
          <Box as="p">不用带材料。</Box>
        )}
      </Part>
      {publication.state === 'ready' ? <Attachments publicationId={guide.id} attachments={publication.data.attachments} /> : null}
      {parts.steps.length ? (
        <Part title="怎么办" className="guide-steps">
          <Box as="ol" className="steps">
            {parts.steps.map((step, index) => (
              <Box as="li" key={index} className="step">
                <Box className="step-number" hidden>{index + 1}</Box>
                <Box className="step-body">
                  <Box className="step-title">{step.title}</Box>
                  <Box className="step-detail">{step.detail}</Box>
                </Box>
              </Box>
            ))}
          </Box>
        </Part>
      ) : null}
      {guide.basis.length ? (
        <Part title="依据" className="guide-basis">
          <Box className="source-list">
            {guide.basis.map((source) => (
              <SourceChip key={`${source.documentId}${source.anchor ?? ''}`} to={policyLink(source.documentId, source.anchor)} title={source.title} docNumber={source.docNumber} label={source.label} validity={source.validity} />
            ))}
          </Box>
        </Part>
      ) : null}
      <Box as="p" className="answer-review">{guide.orgName} {dateWords(guide.reviewedOn)}审核</Box>
      <Box className="next-steps">
        <Link to={linkTo('/ticket/new', { kind: 'correction', question: `办事指南“${guide.title}”有误：` })} className="part-more">这份指南有错，提出纠正</Link>
      </Box>
    </Box>
  );
}

export default function GuidePage() {
  const { id = '' } = useParams();
  const loaded = useEndpoint('publicGetGuide', id ? { params: { id } } : null);
  const guide = loaded.state === 'ready' ? loaded.data : null;
  return (
    <Screen title={guide?.title ?? '办事指南'} className="guide-page" share={{ link: linkTo('/guide', { id }), source: guide?.orgName, on: guide?.reviewedOn }}>
      {loaded.state === 'loading' ? <Loading what="办事指南" /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {guide ? <Guide guide={guide} /> : null}
    </Screen>
  );
}
