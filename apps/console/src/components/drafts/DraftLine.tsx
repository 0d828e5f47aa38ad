import { formatClock } from '../dates/civil-date.js';
import { formatInstant } from '../dates/civil-date.js';

/** 已保存 14:32 */
export function DraftLine({ savedAt }: { savedAt: number | null }) {
  return <span className="draft-line" role="status">{savedAt ? `草稿已自动保存在本机 ${formatClock(savedAt)}` : ''}</span>;
}

/** Says that an earlier draft was brought back, and offers to give it up. */
export function RestoredDraft({ savedAt, onDrop }: { savedAt: number; onDrop: () => void }) {
  return <p className="restored" role="status">已恢复 {formatInstant(savedAt)} 未提交的草稿。<button type="button" className="plain-link" onClick={onDrop}>放弃草稿，按已保存的内容重来</button></p>;
}
