import { AskBox } from '../../components/ask-box.js';
import { HomeToggle } from '../../components/home-toggle.js';
import { PolicyRow, QuestionRow } from '../../components/rows.js';
import { Screen } from '../../components/screen.js';
import { Failed, Loading } from '../../components/states.js';
import { useEndpoint } from '../../api/use-endpoint.js';
import { Box, Link, Words } from '../../elements/elements.js';
import { linkTo } from '../../routes/paths.js';
import { CITY_NAME, SITE_NAME } from '../../site.js';
import { byLifeEvent } from '../../words/life-events.js';
import { varied } from '../../words/varied.js';

/** Rows of each list, and how many questions are fetched to choose different topics from. */
const SHOWN = 5;
const FETCHED = 20;

function NewQuestions() {
  const questions = useEndpoint('publicListQuestions', { query: { limit: FETCHED } });
  return (
    <Box as="section" className="home-part home-questions">
      <Box as="h2" className="part-title">最新问答</Box>
      {questions.state === 'ready' ? (
        <Box as="ul" className="rows">{varied(questions.data.items, SHOWN, (question) => question.topic).map((question) => <QuestionRow key={question.id} question={question} />)}</Box>
      ) : questions.state === 'failed' ? (
        <Failed compact failure={questions.failure} onRetry={questions.reload} />
      ) : (
        <Loading what="问答" />
      )}
    </Box>
  );
}

function RecentPolicies() {
  const policies = useEndpoint('publicListDocuments', { query: { limit: SHOWN } });
  return (
    <Box as="section" className="home-part home-policies">
      <Box as="h2" className="part-title">近期政策</Box>
      {policies.state === 'ready' ? (
        <Box as="ul" className="rows">{policies.data.items.map((policy) => <PolicyRow key={policy.id} policy={policy} />)}</Box>
      ) : policies.state === 'failed' ? (
        <Failed compact failure={policies.failure} onRetry={policies.reload} />
      ) : (
        <Loading what="政策" />
      )}
      <Link to="/policies" className="part-more">全部政策文件</Link>
    </Box>
  );
}

function LifeEvents() {
  const guides = useEndpoint('publicListGuides', { query: { limit: 100 } });
  if (guides.state === 'ready' && guides.data.items.length === 0) return null;
  return (
    <Box as="section" className="home-part home-services">
      <Box as="h2" className="part-title">按事办理</Box>
      {guides.state === 'ready' ? (
        <Box as="ul" className="life-events">
          {byLifeEvent(guides.data.items).map((event) => (
            <Box as="li" key={event.name} className="life-event">
              <Link to={linkTo('/services', { lifeEvent: event.name })} className="life-event-link">
                <Words className="life-event-name">{event.name}</Words>
                <Words className="life-event-count">{event.count} 项</Words>
              </Link>
            </Box>
          ))}
        </Box>
      ) : guides.state === 'failed' ? (
        <Failed compact failure={guides.failure} onRetry={guides.reload} />
      ) : (
        <Loading what="办事指南" />
      )}
      <Link to="/services" className="part-more">全部办事指南</Link>
    </Box>
  );
}

export default function Home() {
  return (
    <Screen title={SITE_NAME} home className="home-page" share={{ link: '/', source: `${CITY_NAME}人民政府` }}>
      <Box className="home-ask">
        <HomeToggle />
        <Box as="h1" className="home-title">有什么想问的</Box>
        <Box as="p" className="home-lead">答复都经审核，注明文号、条款和效力。</Box>
        <AskBox label="有什么想问的" />
      </Box>
      <NewQuestions />
      <LifeEvents />
      <Box as="section" className="home-part home-tools">
        <Box as="h2" className="part-title">常用</Box>
        <Box as="ul" className="rows">
          <Box as="li" className="row tool-row">
            <Link to="/check" className="row-title home-check">这个账号是官方的吗</Link>
            <Box className="row-meta">输入公众号、视频号等账号的名称，看它是否备案</Box>
          </Box>
          <Box as="li" className="row tool-row">
            <Link to="/ticket/new" className="row-title home-ticket-new">向部门提交问题</Link>
            <Box className="row-meta">不用登录，得到编号和查询码</Box>
          </Box>
          <Box as="li" className="row tool-row">
            <Link to="/ticket/track" className="row-title home-ticket-track">查我的问题办到哪一步</Link>
            <Box className="row-meta">凭编号和查询码查看承办单位、期限和答复</Box>
          </Box>
        </Box>
      </Box>
      <RecentPolicies />
    </Screen>
  );
}
