import { endpoints, GAZETTE_LIMITS, GAZETTE_TEXT_STATE_WORDS, type GazetteIssueView } from '@govmedia-hub/contracts';
import { App, Input, Modal, Spin } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** The text of an item; where it was scanned, to be compared with the paper and put right. */
export function CheckText({ issue, itemId, may, onClose }: { issue: GazetteIssueView; itemId: string; may: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const { data, error, refetch } = useCall(endpoints.getGazetteItem, { params: { id: itemId } });
  const [typed, setTyped] = useState<string | null>(null);
  const check = useAct(endpoints.checkGazetteItem, { shows: { endpoint: endpoints.getGazetteIssue, id: issue.id }, done: () => { void message.success('已校对。'); onClose(); } });
  const scanned = issue.origin === 'back_catalogue' && may;
  const editable = scanned && issue.status === 'draft';
  const text = typed ?? data?.text ?? '';
  const checkable = scanned && (editable || data?.textState === 'ocr_unchecked');
  return (
    <Modal open width={860} title={data?.title ?? '正文'} okText={editable && typed !== null && typed !== data?.text ? '保存并标为已校对' : '与原件一致，标为已校对'} cancelText={checkable ? '取消' : '关闭'} okButtonProps={{ disabled: !data || text.trim() === '', style: checkable ? {} : { display: 'none' } }} confirmLoading={check.isPending} onCancel={onClose} mask={{ closable: false }} onOk={() => check.mutate({ params: { id: itemId }, body: { seenVersion: issue.version, text } })}>
      <ProblemAlert problem={check.error ?? error} retry={error ? () => void refetch() : undefined} />
      {!data ? !error && <div className="page-wait"><Spin /></div> : (
        <>
          <p className="hint">{GAZETTE_TEXT_STATE_WORDS[data.textState]}。{editable ? '对照纸质公报逐字核对，有错直接改。' : checkable ? '已经签发，正文不能再改；与纸质公报不一致的，请登记更正。' : ''}</p>
          {editable ? <Input.TextArea aria-label="正文" className="serif" value={text} maxLength={GAZETTE_LIMITS.textChars} autoSize={{ minRows: 12, maxRows: 24 }} onChange={(event) => setTyped(event.target.value)} /> : <div className="picker-scroll gazette-proof" tabIndex={0} role="region" aria-label="正文">{data.withdrawn ? '这份文件已由发布机关撤下。' : data.text}</div>}
        </>
      )}
    </Modal>
  );
}
