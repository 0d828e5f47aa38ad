import { useEndpoint } from '../../../api/use-endpoint.js';
import { Screen } from '../../../components/screen.js';
import { SourceChip } from '../../../components/source-chip.js';
import { Failed, Loading } from '../../../components/states.js';
import { UnderReviewChip } from '../../../components/validity-chip.js';
import { Box, Link } from '../../../elements/elements.js';
import { linkTo, policyLink } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { dateWords } from '../../../words/dates.js';

export default function Question() {
  const { id = '' } = useParams();
  const loaded = useEndpoint('publicGetQuestion', id ? { params: { id } } : null);
  const question = loaded.state === 'ready' ? loaded.data : null;
  return (
    <Screen title={question?.question ?? '问答'} className="question-page" share={{ link: linkTo('/question', { id }), source: question?.orgName, on: question?.reviewedOn }}>
      {loaded.state === 'loading' ? <Loading what="问答" /> : null}
      {loaded.state === 'failed' ? <Failed failure={loaded.failure} onRetry={loaded.reload} /> : null}
      {question ? (
        <>
          <Box as="article" className="answer-card">
            <Box as="h1" className="answer-question">{question.question}</Box>
            {question.underReview ? <Box className="under-review"><UnderReviewChip /></Box> : null}
            <Box as="p" className="answer-text">{question.answer}</Box>
            <Box className="answer-sources">
              {question.sources.map((source) => (
                <SourceChip key={`${source.documentId}${source.anchor ?? ''}`} to={policyLink(source.documentId, source.anchor)} title={source.title} docNumber={source.docNumber} label={source.label} validity={source.validity} />
              ))}
            </Box>
            <Box as="p" className="answer-review">{question.orgName} {dateWords(question.reviewedOn)}审核</Box>
          </Box>
          <Box className="part next-steps">
            <Link to={linkTo('/reading', { id: question.publicationId })} className="part-more">看全文解读</Link>
            <Link to={linkTo('/ticket/new', { question: question.question })} className="part-more">还有疑问，提交给部门</Link>
          </Box>
        </>
      ) : null}
    </Screen>
  );
}
