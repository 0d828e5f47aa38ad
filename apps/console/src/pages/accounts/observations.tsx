import { endpoints, LIMITS, OBSERVATION_KINDS, OBSERVATION_SUBJECTS, type AccountObservationView, type ObservationKind } from '@govmedia-hub/contracts';
import { App, Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { FieldLabel, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';

const KIND_WORDS: Record<ObservationKind, string> = { probe: '实测', incident: '事件', complaint: '投诉' };
const OUTCOMES: Record<ObservationKind, { yes: string; no: string; label: string } | null> = { probe: { label: '结果', yes: '正常', no: '不正常' }, incident: { label: '处置', yes: '已及时处置', no: '未及时处置' }, complaint: null };

interface Fields { kind: ObservationKind; subject: string; label: string; note?: string; url?: string; observedAt: Dayjs; ok?: boolean | null }

function outcomeTag({ kind, ok }: AccountObservationView) {
  const words = OUTCOMES[kind];
  if (!words || ok === null) return <StatusTag tone="grey" shape="？">{kind === 'complaint' ? '待核实' : '未判断'}</StatusTag>;
  return ok ? <StatusTag tone="good" shape="●">{words.yes}</StatusTag> : <StatusTag tone="seal" shape="✕">{words.no}</StatusTag>;
}

/** What inspectors saw of an account outside its posts: trials, incidents, complaints. They are facts of the next inspection. */
export function Observations({ accountId }: { accountId: string }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useCall(endpoints.listAccountObservations, { params: { id: accountId } });
  const act = useAct(endpoints.recordAccountObservation, { done: () => { void message.success('已记录，下次检查时作为事实。'); form.resetFields(); setOpen(false); } });
  const kind = Form.useWatch('kind', form) ?? 'probe';
  const outcome = OUTCOMES[kind];
  return (
    <Section title={`实测、事件和投诉${data ? `（${data.length}）` : ''}`} extra={<Button size="small" onClick={() => setOpen(true)}>记一条</Button>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data?.length === 0 && <p className="quiet">还没有记录。互动功能是否有效、客户端能否下载，需要人实测后记在这里。</p>}
      <ul className="rows">{data?.map((row) => <li key={row.id}><div className="row"><b>{OBSERVATION_SUBJECTS[row.kind][row.subject] ?? row.subject}</b>{outcomeTag(row)}<span>{row.label}</span></div>{row.note && <p>{row.note}</p>}<p className="small quiet">{formatInstant(row.observedAt)}，{row.recordedByName} 记录{row.url && <>，<a href={row.url} target="_blank" rel="noreferrer noopener">打开链接</a></>}</p></li>)}</ul>
      {open && (
        <Modal open title="记录实测、事件或投诉" okText="记录" cancelText="取消" onCancel={() => setOpen(false)} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
          <ProblemAlert problem={act.error} names={{ label: '对象', note: '说明', url: '链接', observedAt: '时间', subject: '事项' }} />
          <Form form={form} layout="vertical" initialValues={{ kind: 'probe', subject: 'interaction', observedAt: dayjs(), ok: true }} onFinish={(values) => act.mutate({ params: { id: accountId }, body: { kind: values.kind, subject: values.subject, label: values.label.trim(), note: values.note?.trim() ?? '', url: values.url?.trim() || null, observedAt: values.observedAt.toISOString(), ok: OUTCOMES[values.kind] ? values.ok ?? null : null } })}>
            <Form.Item name="kind" label="类别"><Radio.Group options={OBSERVATION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))} onChange={(event) => form.setFieldValue('subject', Object.keys(OBSERVATION_SUBJECTS[event.target.value as ObservationKind])[0])} /></Form.Item>
            <Form.Item name="subject" label="事项"><Select options={Object.entries(OBSERVATION_SUBJECTS[kind]).map(([value, label]) => ({ value, label }))} /></Form.Item>
            <Form.Item name="label" label={<FieldLabel hint="实测或看到的是什么，例如 后台留言">具体对象</FieldLabel>} rules={[{ required: true, whitespace: true, message: '请写明具体对象。' }]}><Input maxLength={120} /></Form.Item>
            {outcome && <Form.Item name="ok" label={outcome.label}><Radio.Group options={[{ value: true, label: outcome.yes }, { value: false, label: outcome.no }]} /></Form.Item>}
            <Form.Item name="observedAt" label="时间" rules={[{ required: true, message: '请选择时间。' }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" maxDate={dayjs()} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="url" label="链接"><Input type="url" placeholder="https://" /></Form.Item>
            <Form.Item name="note" label="说明"><Input.TextArea autoSize={{ minRows: 2 }} maxLength={LIMITS.reasonChars} showCount /></Form.Item>
          </Form>
        </Modal>
      )}
    </Section>
  );
}
