import { CHANNEL_KIND_WORDS, endpoints, READ_BACK_STATE_WORDS, WITHDRAWAL_STATE_WORDS, type DeliveryView } from '@govmedia-hub/contracts';
import { Button, Drawer, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { callForFile } from '../../api/call.js';
import { useAct, useCall } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { Facts } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { DeliveryActDialog, type DeliveryAct } from './delivery-acts.js';
import { DeliveryStateTag } from './delivery-look.js';

async function save(delivery: DeliveryView): Promise<void> {
  const url = URL.createObjectURL(await callForFile(endpoints.exportDelivery, { params: { id: delivery.id } }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${delivery.title}.zip` });
  link.click();
  URL.revokeObjectURL(url);
}

/** One delivery: what became of it, and what this person may do now. */
export function DeliveryDrawer({ id, close }: { id: string; close: () => void }) {
  const { data, error, refetch } = useCall(endpoints.getDelivery, { params: { id } }, { refetchInterval: 5_000 });
  const [act, setAct] = useState<DeliveryAct | null>(null);
  const retry = useAct(endpoints.retryDelivery);
  const readBack = useAct(endpoints.readBackDelivery);
  const seen = data ? { params: { id }, body: { seenVersion: data.version } } : null;
  return (
    <Drawer open onClose={close} size={560} title={data ? data.title : '投递'}>
      {!data && (error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Spin />)}
      {data && (
        <>
          <p className="delivery-turn"><DeliveryStateTag is={data.state} /> <b>{data.turn}</b></p>
          <ProblemAlert problem={retry.error ?? readBack.error} />
          {data.problem && data.state !== 'live' && <p className={`callout ${data.state === 'failed' || data.state === 'refused' ? 'callout-seal' : 'callout-amber'}`}>{data.problem}{data.remedy && <><br />{data.remedy}</>}</p>}
          {data.outdated && <p className="callout callout-amber">本平台已发布更新后的文本，这个渠道上仍是旧文本。请投递新文本，再撤回这一条。</p>}
          {data.readBack && <p className={`callout ${data.readBack.state === 'same' ? 'callout-good' : data.readBack.state === 'differs' ? 'callout-seal' : 'callout-amber'}`}>{formatInstant(data.readBack.at)}核对：{READ_BACK_STATE_WORDS[data.readBack.state]}{data.readBack.detail && `。${data.readBack.detail}`}{data.readBack.handled && '（已处理）'}</p>}
          {data.withdrawal && <p className={`callout ${data.withdrawal.state === 'done' ? '' : 'callout-amber'}`}>{WITHDRAWAL_STATE_WORDS[data.withdrawal.state]}。{formatInstant(data.withdrawal.requestedAt)}要求撤回，原因：{data.withdrawal.reason}{data.withdrawal.doneAt && `。渠道于${formatInstant(data.withdrawal.doneAt)}撤下`}{data.withdrawal.problem && `。${data.withdrawal.problem}${data.withdrawal.state === 'pending' ? '，系统会自动再试' : ''}`}</p>}
          <div className="delivery-acts">
            {data.abilities.exportPackage && <Button type={data.state === 'accepted' ? 'primary' : 'default'} onClick={() => void save(data)}>下载导出包</Button>}
            {data.abilities.reportLive && <Button onClick={() => setAct('report_live')}>填回线上链接</Button>}
            {data.abilities.decide && <Button type="primary" onClick={() => setAct('decide')}>认定结果</Button>}
            {data.abilities.retry && <Button type="primary" loading={retry.isPending} onClick={() => seen && retry.mutate(seen)}>重新发送</Button>}
            {data.abilities.reschedule && <Button onClick={() => setAct('reschedule')}>改时间</Button>}
            {data.abilities.confirmRemoval && <Button type="primary" onClick={() => setAct('removal')}>登记已删除</Button>}
            {data.abilities.readBack && <Button loading={readBack.isPending} onClick={() => seen && readBack.mutate(seen)}>核对线上文本</Button>}
            {data.abilities.handleAlarm && <Button onClick={() => setAct('alarm')}>处理不一致</Button>}
            {data.abilities.cancel && <Button danger onClick={() => setAct('cancel')}>取消投递</Button>}
            {data.abilities.withdraw && <Button danger onClick={() => setAct('withdraw')}>从渠道撤回</Button>}
          </div>
          <Facts items={[
            ['渠道', `${data.channelName}（${CHANNEL_KIND_WORDS[data.channelKind]}）`], ['账号', data.accountName], ['单位', data.orgName], [data.scheduled ? '定时' : '投递时间', formatInstant(data.dueAt)], ['投递人', data.queuedByName], ['上线时间', formatInstant(data.liveAt)],
            ['线上链接', data.liveUrl ? <a key="u" href={data.liveUrl} target="_blank" rel="noreferrer noopener">{data.liveUrl}</a> : null], ['下次尝试', data.nextTryAt ? `${formatInstant(data.nextTryAt)}（已试 ${data.attempts} 次）` : null], ['审定文本', <Digest key="d" value={data.digest} />],
            ['内容', <Link key="c" to={`/contents/${data.contentId}`}>查看内容</Link>],
          ]} />
          {act && <DeliveryActDialog act={act} delivery={data} close={() => setAct(null)} />}
        </>
      )}
    </Drawer>
  );
}
