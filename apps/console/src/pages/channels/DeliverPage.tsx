import { CHANNEL_KIND_WORDS, endpoints, type DeliveryView } from '@govmedia-hub/contracts';
import { App, Button, Checkbox, DatePicker, Radio, Spin } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCall, useList } from '../../api/queries.js';
import { ContentStatusTag } from '../../components/StatusTag.js';
import { Digest } from '../../components/Digest.js';
import { EmptyState, PageHeader, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import './channels.css';
import { DeliveryStateTag } from './delivery-look.js';

const standing = (delivery: DeliveryView): boolean => ['queued', 'accepted', 'live', 'unknown'].includes(delivery.state);

/** 投递一份审定的内容：选渠道，定时间 */
export default function DeliverPage() {
  const { id } = useParams() as { id: string };
  const navigate = useNavigate();
  const { message } = App.useApp();
  const content = useCall(endpoints.getContent, { params: { id } });
  const channels = useCall(endpoints.listChannels, {});
  const earlier = useList(endpoints.listDeliveries, { query: { contentId: id } });
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [at, setAt] = useState<Dayjs>(dayjs().add(1, 'hour').minute(0));
  const act = useAct(endpoints.deliverContent, { done: () => { void message.success('已加入投递。'); void navigate(`/deliveries?contentId=${id}`); } });
  const item = content.data;
  if (!item || !channels.data) return <div className="page">{content.error || channels.error ? <ProblemAlert problem={content.error ?? channels.error} retry={() => { void content.refetch(); void channels.refetch(); }} /> : <div className="page-wait"><Spin /></div>}</div>;
  const ready = item.status === 'approved' || item.status === 'published';
  const there = new Set(earlier.items.filter((one) => standing(one) && one.digest === item.revision.digest).map((one) => one.channelId ?? 'hub'));
  const needsHub = item.status !== 'published' && !there.has('hub');
  const ids = chosen ?? (needsHub ? ['hub'] : []);
  const options = [
    { value: 'hub', label: <>本平台<span className="cell-sub">群众端、小程序、订阅源{!needsHub && (item.status === 'published' ? '，已发布' : '，已排期')}{needsHub && '。其他渠道的“阅读原文”指向本平台，须先发布'}</span></>, disabled: !needsHub },
    ...channels.data.filter((channel) => channel.active).map((channel) => ({ value: channel.id, label: <>{channel.name}<span className="cell-sub">{CHANNEL_KIND_WORDS[channel.kind]}，{channel.accountName}{channel.frozen && '，已冻结'}{there.has(channel.id) && '，这一文本已在排队或上线'}</span></>, disabled: channel.frozen || there.has(channel.id) })),
  ];
  return (
    <div className="page page-narrow">
      <PageHeader title={`投递：${item.title}`} back={{ to: `/contents/${id}`, label: '内容' }} facts={<><ContentStatusTag is={item.status} /><span>第 {item.revision.number} 版</span><span>摘要 <Digest value={item.revision.digest} /></span></>} />
      {!ready && <p className="callout callout-amber">审核全部完成后才能投递。{item.turn}。</p>}
      <ProblemAlert problem={act.error} />
      <div className="deliver-form">
        <fieldset><legend>渠道</legend>
          <Checkbox.Group className="deliver-channels" value={ids} onChange={(values) => setChosen(values as string[])} options={options} />
          {channels.data.length === 0 && <EmptyState title="本单位还没有其他渠道">发布人员可以在“渠道设置”中新建。</EmptyState>}
        </fieldset>
        <fieldset><legend>时间</legend>
          <Radio.Group value={when} onChange={(event) => setWhen(event.target.value as 'now' | 'later')} options={[{ value: 'now', label: '立即' }, { value: 'later', label: '定时' }]} />
          {when === 'later' && <DatePicker aria-label="发送时间" value={at} onChange={(next) => next && setAt(next)} allowClear={false} showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" minDate={dayjs()} style={{ width: 240, marginTop: 8 }} />}
        </fieldset>
        <div><Button type="primary" disabled={!ready || ids.length === 0} loading={act.isPending} onClick={() => act.mutate({ params: { id }, body: { digest: item.revision.digest, seenVersion: item.version, channelIds: ids, dueAt: when === 'later' ? at.second(0).millisecond(0).toISOString() : null } })}>{when === 'now' ? '立即投递' : '定时投递'}</Button></div>
      </div>
      {earlier.items.length > 0 && <Section title="以往投递"><ul className="rows">{earlier.items.map((one) => <li key={one.id}><DeliveryStateTag is={one.state} /> {one.channelName}　<span className="quiet">{one.turn}</span></li>)}</ul></Section>}
    </div>
  );
}
