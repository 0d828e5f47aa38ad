import type { AskView } from '@govmedia-hub/contracts';
import { AnswerCard } from '../../components/answer-card.js';
import { AskBox } from '../../components/ask-box.js';
import { PassageCard } from '../../components/passage-card.js';
import { RephrasedAnswer } from '../../components/rephrased-answer.js';
import { Screen } from '../../components/screen.js';
import { Failed, Loading } from '../../components/states.js';
import { useEndpoint } from '../../api/use-endpoint.js';
import { Box, Link, Words } from '../../elements/elements.js';
import { linkTo } from '../../routes/paths.js';
import { useParams } from '../../routes/use-params.js';

function SimilarQuestions({ similar, title }: { similar: AskView['similarQuestions']; title: string }) {
  if (!similar.length) return null;
  return (
    <Box as="section" className="part similar-questions">
      <Box as="h2" className="part-title">{title}</Box>
      <Box as="ul" className="rows">
        {similar.map((question) => (
          <Box as="li" key={question.id} className="row similar-question">
            <Link to={linkTo('/question', { id: question.id })} className="row-title">{question.question}</Link>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Passages({ passages, title }: { passages: AskView['passages']; title: string }) {
  if (!passages.length) return null;
  return (
    <Box as="section" className="part passages">
      <Box as="h2" className="part-title">{title}</Box>
      <Box as="ul" className="passage-list">{passages.map((passage, index) => <PassageCard key={`${passage.documentId}${passage.anchor}${index}`} passage={passage} />)}</Box>
    </Box>
  );
}

/** Similar questions that do not already stand among the passages. */
function notShown(asked: AskView): AskView['similarQuestions'] {
  const shown = new Set(asked.passages.filter((passage) => passage.kind === 'qa').map((passage) => passage.label));
  return asked.similarQuestions.filter((question) => !shown.has(question.question));
}

/** Offered, never taken without being asked for. */
function Meant({ meant }: { meant: string }) {
  return (
    <Box as="p" className="did-you-mean">
      <Words>您是不是要找：</Words>
      <Link to={linkTo('/ask', { q: meant })} replace inline className="meant">{meant}</Link>
    </Box>
  );
}

function NoAnswer({ asked }: { asked: AskView }) {
  return (
    <Box as="article" className="no-answer">
      <Box as="h1" className="answer-question">{asked.question}</Box>
      <Box as="p" className="no-answer-title">没有找到经审核的答复</Box>
      <Box as="p" className="no-answer-hint">这里只给经审核的答复，不作猜测。可以看看下面相近的内容，或者把问题交给承办单位，会有编号和答复期限。</Box>
      <Link to={linkTo('/ticket/new', { question: asked.question, answerId: asked.answerId })} className="button-primary send-on">把问题交给承办单位</Link>
    </Box>
  );
}

export default function Ask() {
  const params = useParams();
  const question = (params.q ?? '').trim();
  const conversation = params.c ?? '';
  const asked = useEndpoint('publicAsk', question ? { body: { question, ...(conversation ? { conversation } : {}) } } : null);
  return (
    <Screen title={question || '提问'} className="ask-page" share={{ link: linkTo('/ask', { q: question }), source: null }}>
      <AskBox label="再问一个" asked={question} conversation={asked.state === 'ready' ? asked.data.conversation : null} />
      {asked.state === 'loading' ? <Loading what="答复" /> : null}
      {asked.state === 'failed' ? <Failed failure={asked.failure} onRetry={asked.reload} /> : null}
      {asked.state === 'ready' ? (
        <>
          {asked.data.didYouMean ? <Meant meant={asked.data.didYouMean} /> : null}
          {asked.data.follows ? <Box as="p" className="follows" role="status">接着“{asked.data.follows}”问的</Box> : null}
          {asked.data.answered && asked.data.answer ? <AnswerCard asked={{ ...asked.data, answer: asked.data.answer }} /> : <NoAnswer asked={asked.data} />}
          {asked.data.answered ? (
            <>
              {asked.data.rephrased ? <RephrasedAnswer rephrased={asked.data.rephrased} /> : null}
              <Passages passages={asked.data.passages} title="相关内容" />
              <SimilarQuestions similar={notShown(asked.data)} title="相近的问题" />
            </>
          ) : (
            <>
              <SimilarQuestions similar={asked.data.similarQuestions} title="相近的问题" />
              <Passages passages={asked.data.passages} title="可能有关的内容" />
            </>
          )}
          <Link to={linkTo('/search', { q: question })} className="part-more">在全部政策、问答和指南里搜索</Link>
        </>
      ) : null}
    </Screen>
  );
}
