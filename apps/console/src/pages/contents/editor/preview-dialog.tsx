import { endpoints, WEIBO_RULES, type PreviewView, type SaveContentRequest } from '@govmedia-hub/contracts';
import { Modal, Segmented, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.js';
import { call } from '../../../api/call.js';
import { ProblemAlert } from '../../../components/ProblemAlert.js';

type Place = 'phone' | 'wechat' | 'weibo';

/** The residents' own page in a frame of a phone's width: what it shows is what they will see. */
function Phone({ view }: { view: PreviewView }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.origin === window.location.origin && event.source === frame.current?.contentWindow && (event.data as { kind?: string })?.kind === 'hub.preview-ready')
        frame.current?.contentWindow?.postMessage({ kind: 'hub.preview', publication: view.publication }, window.location.origin);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [view]);
  return <iframe ref={frame} className="preview-phone" title="手机上的样子" src="/reading?id=preview" />;
}

/** A WeChat article with the inline styles that WeChat keeps; the frame runs no script. */
function WeChat({ view }: { view: PreviewView }) {
  const escape = (text: string) => text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? '');
  const { title, orgName } = view.publication;
  return <iframe className="preview-phone" title="微信文章的样子" sandbox="allow-same-origin" srcDoc={`<!doctype html><meta charset="utf-8"><body style="margin:0;padding:20px 16px 40px;font-family:-apple-system,'PingFang SC','Noto Sans CJK SC',sans-serif;background:#fff"><h1 style="margin:0 0 14px;font-size:22px;line-height:1.4;font-weight:600">${escape(title)}</h1><p style="margin:0 0 22px;font-size:15px;color:#576b95">${escape(orgName)}</p>${view.wechatHtml}</body>`} />;
}

function Weibo({ view }: { view: PreviewView }) {
  const { text, length, cut } = view.weibo;
  return (
    <div className="preview-weibo">
      <p className="preview-weibo-text">{text || '（还没有文字）'}</p>
      <p className={length > WEIBO_RULES.foldsAt ? 'field-error' : 'quiet'} role="status">{length} 字{length > WEIBO_RULES.foldsAt ? `，超过 ${WEIBO_RULES.foldsAt} 字的部分要点“展开”才看得到` : `，${WEIBO_RULES.foldsAt} 字以内全部直接显示`}{cut ? `；全文超过 ${WEIBO_RULES.most} 字，后面的没有放进来` : ''}</p>
      <p className="hint">按微博的算法：汉字和全角标点算一字，字母、数字和半角标点算半字。图片和附件另外上传。</p>
    </div>
  );
}

/** How the text would look where it may be published; nothing is saved. */
export function PreviewDialog({ content, contentId, onClose }: { content: SaveContentRequest; contentId: string | null; onClose: () => void }) {
  const [place, setPlace] = useState<Place>('phone');
  const [view, setView] = useState<PreviewView | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [asked] = useState({ content, contentId });
  useEffect(() => {
    const { kind, title, topic, blocks, guide, sources } = asked.content;
    call(endpoints.previewContent, { body: { content: { kind, title, topic: topic ?? null, blocks, guide: guide ?? null, sources }, ...(asked.contentId ? { contentId: asked.contentId } : {}) } }).then(setView, (failure: unknown) => setProblem(failure instanceof ApiProblem ? failure : new ApiProblem('server.failed', {})));
  }, [asked]);
  return (
    <Modal open title="预览" footer={null} onCancel={onClose} width={520} style={{ top: 24 }}>
      <Segmented<Place> block value={place} onChange={setPlace} options={[{ value: 'phone', label: '手机' }, { value: 'wechat', label: '微信文章' }, { value: 'weibo', label: '微博文字' }]} style={{ marginBottom: 12 }} />
      <ProblemAlert problem={problem} />
      {!view && !problem && <div className="page-wait"><Spin /></div>}
      {view && (place === 'phone' ? <Phone view={view} /> : place === 'wechat' ? <WeChat view={view} /> : <Weibo view={view} />)}
      {view && place !== 'weibo' && <p className="hint">还没有保存或审核，只有您能看到。</p>}
    </Modal>
  );
}
