import { endpoints } from '@govmedia-hub/contracts';
import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { useAct, useCall } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

interface Fields { packId: string; monitoringPointAt: Dayjs; title?: string }

/** Starts a round at a monitoring point with one version of the indicators. */
export function StartRound({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const packs = useCall(endpoints.listIndicatorPacks, {});
  const chosen = Form.useWatch('packId', form) ?? packs.data?.[0]?.id;
  const pack = packs.data?.find((one) => one.id === chosen);
  const start = useAct(endpoints.startInspection, { done: (round) => void navigate(`/inspections/${round.id}`) });
  if (!packs.data) return <Modal open title="发起检查" footer={null} onCancel={close}><ProblemAlert problem={packs.error} /><p className="quiet">正在读取指标版本…</p></Modal>;
  return (
    <Modal open title="发起检查" okText={start.isPending ? '正在检查全部账号…' : '发起检查'} cancelText="取消" onCancel={close} confirmLoading={start.isPending} onOk={() => form.submit()} width={640} mask={{ closable: false }}>
      <ProblemAlert problem={start.error} names={{ monitoringPointAt: '监测时间点', packId: '指标版本', title: '名称' }} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ packId: packs.data[0]?.id, monitoringPointAt: dayjs().second(0).millisecond(0) }} onFinish={({ packId, monitoringPointAt, title }) => start.mutate({ body: { packId, monitoringPointAt: monitoringPointAt.toISOString(), ...(title?.trim() ? { title: title.trim() } : {}) } })}>
        <Form.Item name="monitoringPointAt" label={<FieldLabel hint="两周从这一刻往前数，不从现在数。">监测时间点</FieldLabel>} rules={[{ required: true, message: '请选择监测时间点。' }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" maxDate={dayjs()} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="packId" label="指标版本" rules={[{ required: true, message: '请选择指标版本。' }]}><Select options={packs.data.map((one) => ({ value: one.id, label: `${one.name} ${one.version}` }))} /></Form.Item>
        <Form.Item name="title" label="名称（可不填）"><Input placeholder="不填则按时间命名" maxLength={200} /></Form.Item>
      </Form>
      {pack && (
        <div className="small">
          <p className="quiet">来源：{pack.source}，自{formatCivilDate(pack.effectiveFrom)}起。{pack.note}</p>
          <ul className="rows" style={{ marginTop: 8, maxHeight: 220, overflow: 'auto' }}>{pack.indicators.map((indicator) => <li key={indicator.code}><b>{indicator.code}</b> {indicator.name}<span className="cell-sub">{indicator.trigger}</span></li>)}</ul>
        </div>
      )}
    </Modal>
  );
}
