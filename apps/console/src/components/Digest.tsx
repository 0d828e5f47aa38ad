import { App } from 'antd';

/** The first twelve digits of a SHA-256; a press copies the whole. */
export function Digest({ value, label = '摘要' }: { value: string | null; label?: string }) {
  const { message } = App.useApp();
  if (!value) return <span className="quiet">—</span>;
  const copy = () => navigator.clipboard?.writeText(value).then(() => message.success(`已复制完整${label}（64 位）`), () => message.error('浏览器不允许复制，请手动选取。'));
  return <button type="button" className="digest" title={value} aria-label={`复制完整${label} ${value.slice(0, 12)}…`} onClick={() => void copy()}>{value.slice(0, 12)}…</button>;
}
