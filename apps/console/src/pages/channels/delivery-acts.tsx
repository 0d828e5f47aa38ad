import { endpoints, type DeliveryView } from '@govmedia-hub/contracts';
import { App, DatePicker, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

export type DeliveryAct = 'reschedule' | 'cancel' | 'withdraw' | 'decide' | 'report_live' | 'removal' | 'alarm';

/** The dialog of an act on a delivery. */
export function DeliveryActDialog({ act, delivery, close }: { act: DeliveryAct; delivery: DeliveryView; close: () => void }) {
  const { message } = App.useApp();
  const done = (text: string) => ({ done: () => { void message.success(text); close(); } });
  const [at, setAt] = useState<Dayjs>(act === 'reschedule' ? dayjs(delivery.dueAt) : dayjs());
  const [url, setUrl] = useState('');
  const [decision, setDecision] = useState<'live' | 'resubmit' | 'give_up'>('live');
  const reschedule = useAct(endpoints.rescheduleDelivery, done('已改时间，审定结论不变。'));
  const cancel = useAct(endpoints.cancelDelivery, done('已取消。'));
  const withdraw = useAct(endpoints.withdrawDelivery, done('已开始撤回，结果会显示在投递中。'));
  const decide = useAct(endpoints.decideDelivery, done('已记录。'));
  const report = useAct(endpoints.reportLive, done('已登记，系统会核对线上文本。'));
  const removal = useAct(endpoints.confirmRemoval, done('已登记。'));
  const alarm = useAct(endpoints.handleAlarm, done('已记录。'));
  const params = { id: delivery.id };
  const seenVersion = delivery.version;
  const timeField = (label: string) => <label className="stack" style={{ marginBottom: 12 }}><span>{label}</span><DatePicker aria-label={label} value={at} onChange={(next) => next && setAt(next)} allowClear={false} showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" style={{ width: '100%' }} /></label>;
  const urlField = <label className="stack" style={{ marginBottom: 12 }}><span>线上链接</span><Input type="url" placeholder="https://" value={url} maxLength={500} onChange={(event) => setUrl(event.target.value)} /></label>;
  switch (act) {
    case 'reschedule':
      return <ReasonDialog title="改时间" verb="改时间" consequence="只改时间，审定结论不变。" onCancel={close} busy={reschedule.isPending} problem={reschedule.error} onSubmit={() => reschedule.mutate({ params, body: { dueAt: at.second(0).millisecond(0).toISOString(), seenVersion } })}>{timeField('发送时间')}</ReasonDialog>;
    case 'cancel':
      return <ReasonDialog title="取消投递" verb="取消投递" label="原因" danger consequence="到时间不再发送。内容本身不受影响，可以重新投递。" onCancel={close} busy={cancel.isPending} problem={cancel.error} onSubmit={(reason) => cancel.mutate({ params, body: { reason, seenVersion } })} />;
    case 'withdraw':
      return <ReasonDialog title={`从${delivery.channelName}撤回`} verb="撤回" label="原因" danger consequence="只撤回这个渠道上的一份。要在所有渠道和本平台撤回，请在审核台撤回内容。公众号文章删除后不能恢复。" onCancel={close} busy={withdraw.isPending} problem={withdraw.error} onSubmit={(reason) => withdraw.mutate({ params, body: { reason, seenVersion } })} />;
    case 'report_live':
      return <ReasonDialog title="填回线上链接" verb="登记" consequence="系统会读取这个页面，与审定文本核对。" onCancel={close} busy={report.isPending} problem={report.error} onSubmit={() => report.mutate({ params, body: { url: url.trim(), seenVersion } })}>{urlField}</ReasonDialog>;
    case 'removal':
      return <ReasonDialog title="登记已删除" verb="登记" consequence="请先到平台删除，再登记实际删除的时间。" onCancel={close} busy={removal.isPending} problem={removal.error} onSubmit={() => removal.mutate({ params, body: { removedAt: at.toISOString(), seenVersion } })}>{timeField('删除时间')}</ReasonDialog>;
    case 'alarm':
      return <ReasonDialog title="处理线上文本不一致" verb="记录处理情况" label="处理情况" consequence={delivery.readBack?.detail ?? '线上文本与审定文本不一致。'} onCancel={close} busy={alarm.isPending} problem={alarm.error} onSubmit={(reason) => alarm.mutate({ params, body: { reason, seenVersion } })} />;
    case 'decide':
      return (
        <ReasonDialog title="认定结果" verb="认定" label="依据" consequence={delivery.problem ?? '请先到平台查看。'} onCancel={close} busy={decide.isPending} problem={decide.error} onSubmit={(reason) => decide.mutate({ params, body: { decision, url: decision === 'live' ? url.trim() : null, reason, seenVersion } })}>
          <Radio.Group className="stack" style={{ marginBottom: 12 }} value={decision} onChange={(event) => setDecision(event.target.value as typeof decision)} options={[{ value: 'live', label: '平台上已发布' }, { value: 'resubmit', label: '平台上没有发布，重新提交' }, { value: 'give_up', label: '平台上没有发布，不再提交' }]} />
          {decision === 'live' && urlField}
        </ReasonDialog>
      );
  }
}
