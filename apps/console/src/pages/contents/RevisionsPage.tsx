import { endpoints, type RevisionView } from '@govmedia-hub/contracts';
import { Select, Spin } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { useCall } from '../../api/queries.js';
import { Digest } from '../../components/Digest.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { LinkButton } from '../../components/LinkButton.js';
import { PageHeader } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import './contents.css';
import { DifferenceText } from './difference-view.js';

const named = (revision: RevisionView): string => `第 ${revision.number} 版 · ${revision.savedByName} · ${formatInstant(revision.savedAt)}${revision.conflict ? ' · 冲突时另存' : ''}`;

/** Every saved state of a text, and what changed between any two of them. */
export default function RevisionsPage() {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useCall(endpoints.listRevisions, { params: { id } });
  const content = useCall(endpoints.getContent, { params: { id } });
  if (error) return <div className="page"><ProblemAlert problem={error} retry={() => void refetch()} /></div>;
  if (!data) return <div className="page-wait"><Spin /></div>;
  const revisions = [...data].sort((a, b) => b.number - a.number);
  const after = revisions.find((revision) => String(revision.number) === params.get('after')) ?? revisions[0];
  const before = revisions.find((revision) => String(revision.number) === params.get('before')) ?? revisions.find((revision) => revision.number < (after?.number ?? 0) && !revision.conflict) ?? after;
  const choose = (key: 'before' | 'after', number: number) => setParams((now) => { now.set(key, String(number)); return now; }, { replace: true });
  const options = revisions.map((revision) => ({ value: revision.number, label: named(revision) }));
  const files = (revision: RevisionView) => revision.attachments.map((file) => file.name).join('、') || '无';
  const sources = (revision: RevisionView) => revision.sources.map((source) => `《${source.title}》${source.label ?? ''}`).join('、') || '无';
  return (
    <div className="page revisions-page">
      <PageHeader title="修订记录" back={{ to: `/contents/${id}`, label: '查看内容' }} facts={<span>{content.data?.title} · 共 {revisions.length} 版</span>} />
      {after && before && (
        <>
          <div className="row difference-head">
            <label className="row">从 <Select aria-label="较早的版本" value={before.number} options={options} onChange={(number) => choose('before', number)} popupMatchSelectWidth={false} /></label>
            <label className="row">到 <Select aria-label="较晚的版本" value={after.number} options={options} onChange={(number) => choose('after', number)} popupMatchSelectWidth={false} /></label>
            <span className="small quiet"><del>删去</del> <ins>新增</ins></span>
          </div>
          {sources(before) !== sources(after) && <p className="callout callout-amber">绑定的依据有变化：原为{sources(before)}，现为{sources(after)}。</p>}
          {files(before) !== files(after) && <p className="callout callout-amber">附件有变化：原为{files(before)}，现为{files(after)}。</p>}
          {before.digest !== after.digest && before.text === after.text && <p className="callout">文字没有变化，变的是加粗、链接、图片或排列。</p>}
          <div className="revisions-text">{before.id === after.id ? <p className="quiet">只有一版，没有可以对照的。</p> : <DifferenceText before={before.text} after={after.text} />}</div>
        </>
      )}
      <table className="revisions-list">
        <thead><tr><th scope="col">版本</th><th scope="col">保存人</th><th scope="col">时间</th><th scope="col">字数</th><th scope="col">摘要</th><th scope="col">操作</th></tr></thead>
        <tbody>
          {revisions.map((revision) => (
            <tr key={revision.id} aria-current={revision.id === content.data?.revision.id ? 'true' : undefined}>
              <td>第 {revision.number} 版{revision.id === content.data?.revision.id ? '（当前）' : revision.conflict ? '（冲突时另存）' : ''}</td><td>{revision.savedByName}</td><td>{formatInstant(revision.savedAt)}</td><td className="number">{revision.text.length.toLocaleString('zh-CN')}</td><td><Digest value={revision.digest} /></td>
              <td>{content.data?.abilities.edit && revision.id !== content.data.revision.id && <LinkButton size="small" to={`/contents/${id}/edit?from=${revision.id}`}>用这一版继续写</LinkButton>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
