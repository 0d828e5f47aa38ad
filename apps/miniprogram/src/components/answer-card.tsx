import type { AskView } from '@govmedia-hub/contracts';
import { Box, Link, Words } from '../elements/elements.js';
import { linkTo, policyLink } from '../routes/paths.js';
import { dayWords } from '../words/dates.js';
import { titled } from '../words/names.js';
import { AnswerFeedback } from './answer-feedback.js';
import { PASSAGE_KIND_WORDS } from './passage-card.js';
import { SourceChip } from './source-chip.js';
import { UnderReviewChip } from './validity-chip.js';

/** Question, answer, sources, who reviewed it and when, helpful or not. Nothing else. */
export function AnswerCard({ asked }: { asked: AskView & { answer: NonNullable<AskView['answer']> } }) {
  const { question, passage, text } = asked.answer;
  return (
    <Box as="article" className="answer-card">
      <Box as="h1" className="answer-question">{asked.question}</Box>
      {question?.underReview ? <Box className="under-review"><UnderReviewChip /></Box> : null}
      {asked.certainty === 'closest' ? (
        <Box as="p" className="answer-closest">
          没有一条和您问的完全一样。这是最接近的{question ? <>一问：<Link inline to={linkTo('/question', { id: question.id })}>{question.question}</Link></> : '一条'}，请先看是不是您要问的。
        </Box>
      ) : null}
      <Box as="p" className="answer-text">{text}</Box>
      <Box className="answer-sources">
        {question
          ? question.sources.map((source) => (
              <SourceChip key={`${source.documentId}${source.anchor ?? ''}`} to={policyLink(source.documentId, source.anchor)} title={source.title} docNumber={source.docNumber} label={source.label} validity={source.validity} />
            ))
          : passage
            ? <SourceChip to={passage.kind === 'article' ? passage.link : policyLink(passage.documentId, passage.anchor || null)} title={passage.title} docNumber={passage.docNumber} label={passage.kind === 'article' ? passage.label : null} validity={passage.validity} />
            : null}
      </Box>
      <Box as="p" className="answer-review">
        {question ? (
          <>
            <Words>{question.orgName} {dayWords(question.reviewedOn)}审核</Words>
            {question.question === asked.question || asked.certainty === 'closest' ? null : (
              <Words className="answer-matched">
                ，对应问答：<Link inline to={linkTo('/question', { id: question.id })}>{question.question}</Link>
              </Words>
            )}
          </>
        ) : passage && passage.kind !== 'article' ? (
          <Words>摘自<Link inline to={passage.link}>{PASSAGE_KIND_WORDS[passage.kind]}{titled(passage.title)}</Link></Words>
        ) : (
          <Words>以上是政策原文，未经改写</Words>
        )}
      </Box>
      {asked.certainty === 'closest' ? <Link to={linkTo('/ticket/new', { question: asked.question, answerId: asked.answerId })} className="button-secondary send-on">不是我要问的，交给承办单位</Link> : null}
      <AnswerFeedback answerId={asked.answerId} question={asked.question} />
    </Box>
  );
}
