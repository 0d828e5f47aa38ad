import { App, Button } from 'antd';
import { formatInstant } from '../../../components/dates/civil-date.js';
import type { LockState } from './use-lock.js';

/** Who is writing, and the way to take over. */
export function LockNotice({ lock }: { lock: LockState }) {
  const { modal } = App.useApp();
  if (lock.state !== 'other' || !lock.view) return null;
  const { view } = lock;
  const who = view.samePerson ? '您在另一个窗口' : view.holderName;
  return (
    <div className="callout callout-amber lock-notice" role="alert">
      <span>{lock.lost ? `${who}于 ${formatInstant(view.takenAt)} 接手了编辑。您未保存的文字留在您的草稿里，没有丢失。` : `${who}正在编辑，从 ${formatInstant(view.takenAt)} 开始。您现在只能查看。`}</span>
      <Button size="small" onClick={() => modal.confirm({ title: '接手编辑', content: `接手后${view.samePerson ? '那个窗口' : view.holderName}不能继续修改，未保存的文字留在其草稿里。接手会记入日志。`, okText: '接手编辑', cancelText: '先不接手', onOk: lock.takeOver })}>接手编辑</Button>
    </div>
  );
}
