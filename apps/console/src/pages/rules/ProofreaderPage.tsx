import { endpoints, type ProofreaderView } from '@govmedia-hub/contracts';
import { App, Button, Spin } from 'antd';
import { useAct, useCall } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { Facts, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag, type Tone } from '../../components/StatusTag.js';
import './rules.css';

const LOOKS: Record<ProofreaderView['state'], readonly [Tone, string, string]> = { not_learnt: ['grey', '○', '还没有学习'], learning: ['accent', '◔', '正在学习'], learnt: ['good', '●', '已学习'] };
const number = (value: number): string => value.toLocaleString('zh-CN');
/** Milliseconds between two looks while it learns, and while the first learning, which begins by itself, is awaited. */
const LEARNING_LOOK_MS = 2_000;
const WAITING_LOOK_MS = 15_000;

/** 校对学习: what the proofreader has learnt from the published library, and learning anew. */
export default function ProofreaderPage() {
  const { may } = useSession();
  const { modal, message } = App.useApp();
  const train = useAct(endpoints.trainProofreader, { done: () => void message.success('学习完成，以后的检查使用新的版本。') });
  const { data, error, refetch } = useCall(endpoints.getProofreader, {}, {
    refetchInterval: (seen) => (train.isPending || seen?.state === 'learning' ? LEARNING_LOOK_MS : seen?.state === 'not_learnt' || train.isError ? WAITING_LOOK_MS : false),
  });
  if (!data) return <div className="page">{error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <div className="page-wait"><Spin /></div>}</div>;
  const learning = train.isPending || data.state === 'learning';
  const [tone, shape, words] = LOOKS[learning ? 'learning' : data.state];
  const ask = () => modal.confirm({
    title: '重新学习', okText: '重新学习', cancelText: '取消', content: '从现在公开的文件和内容重新学习，一般不到一分钟，期间照常使用现有版本。学完以后的检查使用新的版本。',
    onOk: () => { train.mutate({}); },
  });
  return (
    <div className="page">
      <PageHeader
        title="校对学习" facts={<StatusTag tone={tone} shape={shape}>{words}</StatusTag>}
        actions={(may('administrator') || may('supervisor')) && <Button type="primary" loading={learning} onClick={ask}>{data.state === 'not_learnt' ? '开始学习' : '重新学习'}</Button>}
      />
      <ProblemAlert problem={train.error} />
      {data.problem && !train.error && <p className="callout callout-amber">{data.problem}</p>}
      <div role="status">
        {learning && <p className="callout">正在从公开的文件库学习，可以离开这一页。</p>}
        {!learning && data.state === 'not_learnt' && <p className="callout">公开的文件和内容满 {number(data.leastCharacters)} 字以后，系统自动开始学习；在此之前，文字关只用词库检查。</p>}
      </div>
      {data.state !== 'not_learnt' && data.version !== null && (
        <Section title="现用版本">
          <Facts items={[
            ['版本', data.version], ['内容摘要', <Digest key="digest" value={data.digest ?? ''} label="内容摘要" />], ['学习时间', formatInstant(data.learntAt)],
            ['读过的文字', `${number(data.characters)} 字`], ['政策文件', `${number(data.documents)} 份`], ['公开内容', `${number(data.publications)} 篇`],
          ]} />
        </Section>
      )}
      <Section title="怎么用">
        <ul className="proofreader-notes">
          <li>系统从本市公开的文件和内容里学习字词怎么连用，在文字关里指出“此处少见，文件库中常作……”的疑似错别字。</li>
          <li>只作“提示”或“请核对”，从不拦截；只能找出一部分错别字，不能代替校对。</li>
          <li>文件库增加到一定数量，系统自动重新学习；每次学习记入事件记录，审核结论写明当时的版本。</li>
        </ul>
      </Section>
    </div>
  );
}
