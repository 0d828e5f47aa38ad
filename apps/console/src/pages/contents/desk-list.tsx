import { CONTENT_KIND_WORDS, type ContentSummaryView } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ListState } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { ContentStatusTag } from '../../components/StatusTag.js';
import { StepDues } from '../../components/StepDues.js';

/** The left column of the desk: what waits for this person. */
export function DeskList({ list, current }: { list: ListState<ContentSummaryView>; current: string | null }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => { box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }); }, [current]);
  return (
    <nav className="desk-list" aria-label="等我办理的内容" ref={box}>
      <p className="desk-list-head">等我办理 <b>{list.total ?? '…'}</b> 篇</p>
      <ProblemAlert problem={list.problem} retry={list.reload} />
      <ul>
        {list.items.map((item) => (
          <li key={item.id}>
            <Link to={`/contents/desk/${item.id}`} className="desk-item" {...(item.id === current ? { 'aria-current': 'true' as const } : {})}>
              <span className="desk-item-title">{item.title || '（无标题）'}</span>
              <span className="desk-item-row"><ContentStatusTag is={item.status} /><span>{CONTENT_KIND_WORDS[item.kind]}</span>{item.blocking > 0 && <span className="desk-item-block"><span aria-hidden="true">■</span> 必须处理 {item.blocking}</span>}</span>
              <span className="desk-item-turn">{item.turn}</span>
              {(item.dueOn || item.priority === 'urgent') && <span className="desk-item-row">{item.priority === 'urgent' && <span className="desk-item-block">急件</span>}<StepDues steps={item.steps} short /></span>}
              <span className="desk-item-turn">{item.authorName}，{formatInstant(item.updatedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasMore && <Button size="small" block onClick={list.more} loading={list.loadingMore}>显示更多</Button>}
    </nav>
  );
}
