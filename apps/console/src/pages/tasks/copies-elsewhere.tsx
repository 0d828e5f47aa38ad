import { endpoints } from '@govmedia-hub/contracts';
import { Link } from 'react-router';
import { useCall } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Section } from '../../components/PageHeader.js';

/** Copies of a text on other channels: they go on saying what changed until they are called back. */
export function CopiesElsewhere({ contentId, open }: { contentId: string; open: boolean }) {
  const { data } = useCall(endpoints.listDeliveries, { query: { contentId, limit: 100 } });
  const copies = (data?.items ?? []).filter((copy) => copy.channelId !== null && copy.state !== 'cancelled' && (copy.state !== 'withdrawn' || !open));
  if (copies.length === 0) return null;
  return (
    <Section title={`其他渠道上的文本（${copies.length}）`}>
      {open && <p className="task-note">这几处仍按变更前的规定。修改后重新发布时，旧文本自动撤回，更正后的文本自动排队；来不及修改的，请先撤回。</p>}
      <ul className="rows">
        {copies.map((copy) => (
          <li key={copy.id} className="row-between">
            <span>{copy.channelName}{copy.accountName ? `（${copy.accountName}）` : ''}{copy.liveAt ? <span className="quiet">　{formatInstant(copy.liveAt)} 上线</span> : null}</span>
            <span className="row"><span>{copy.turn}</span><Link to={`/deliveries?contentId=${contentId}`}>去办理</Link></span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
