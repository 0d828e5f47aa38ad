import type { AccountView } from '@govmedia-hub/contracts';
import { StatusTag } from '../../components/StatusTag.js';

const LOOKS = { early: ['amber', '▲', '请及时更新'], urgent: ['amber', '▲', '即将超期'], overdue: ['seal', '✕', '已超期'] } as const;

/** Days without an update, with a word when it matters. */
export function SilentDays({ account, end = false }: { account: AccountView; end?: boolean }) {
  if (account.status !== 'active') return <span className="quiet">—</span>;
  if (account.silentDays === null) return <span className="quiet">没有发布记录</span>;
  const look = account.warning === 'none' ? null : LOOKS[account.warning];
  return <span className="row" style={{ justifyContent: end ? 'flex-end' : 'flex-start', flexWrap: 'nowrap' }}>{look && <StatusTag tone={look[0]} shape={look[1]}>{look[2]}</StatusTag>}<span className="number nowrap">{account.silentDays} 天</span></span>;
}
