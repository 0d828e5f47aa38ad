import { endpoints, PRIORITY_WORDS, type ContentView, type Priority } from '@govmedia-hub/contracts';
import { App, Button, Select } from 'antd';
import { useAct } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { deskWords } from './verdict-dialog.js';

/** How pressing the text is, until when, who has it in hand, and the one act that affirms what the person approved before. */
export function DeskWork({ content, differs, reaffirm, busy }: { content: ContentView; differs: boolean; reaffirm: () => void; busy: boolean }) {
  const { message } = App.useApp();
  const shows = { endpoint: endpoints.getContent, id: content.id };
  const claim = useAct(endpoints.claimDesks, { shows, done: () => void message.success('已认领，其他人暂时不能办这几步。') });
  const release = useAct(endpoints.releaseDesks, { shows, done: () => void message.success('已放弃认领。') });
  const priority = useAct(endpoints.setPriority, { shows });
  const { abilities } = content;
  const params = { id: content.id };
  const again = content.reaffirm;
  if (!content.dueOn && !again) return null;
  return (
    <section className="desk-work" aria-label="办理">
      <ProblemAlert problem={claim.error ?? release.error ?? priority.error} />
      <div className="row desk-work-row">
        {content.dueOn && <span className="small">全文最迟 <DueClock dueOn={content.dueOn} /></span>}
        {abilities.setPriority
          ? <Select<Priority> size="small" aria-label="缓急" value={content.priority} loading={priority.isPending} onChange={(value) => priority.mutate({ params, body: { priority: value, seenVersion: content.version } })} options={Object.entries(PRIORITY_WORDS).map(([value, label]) => ({ value: value as Priority, label }))} />
          : content.priority === 'urgent' && <span className="desk-item-block">急件</span>}
        {abilities.claim && <Button size="small" loading={claim.isPending} onClick={() => claim.mutate({ params, body: {} })}>认领</Button>}
        {abilities.release && <Button size="small" loading={release.isPending} onClick={() => release.mutate({ params })}>放弃认领</Button>}
      </div>
      {again && (
        <div className="callout callout-amber reaffirm">
          <p>您同意过第 {again.revisionNumber} 版（{formatInstant(again.approvedAt)}）：{again.desks.map(({ name }) => name).join('、')}。正文改过，要重新确认。</p>
          {again.held.length > 0 && <p className="small">不能一并确认：{again.held.map(({ desk, why }) => `${deskWords(desk, content)}（${why}）`).join('；')}</p>}
          <Button type="primary" size="small" loading={busy} onClick={reaffirm}>{differs ? <>看过改动，全部重新确认 <kbd>A</kbd></> : <>先看改动 <kbd>A</kbd></>}</Button>
        </div>
      )}
    </section>
  );
}
