import { DISCLOSURE_LIMITS, endpoints, type StaffDisclosureDutyView, type StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import { App, Button, Form, InputNumber, Modal, Popconfirm, Select } from 'antd';
import { useAct, useCall } from '../../api/queries.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** Gives a unit the duty to make a matter public, sets how often, or takes it back. */
export function AssignDuty({ duty, view, onClose }: { duty: StaffDisclosureDutyView | null; view: StaffDisclosureItemsView; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ itemCode: string; orgId: string; months: number | null }>();
  const units = useCall(endpoints.listOrganisations, {});
  const all = useCall(endpoints.listDisclosureItems, { query: {} });
  const assign = useAct(endpoints.assignDisclosureDuty, { done: () => { void message.success('目录已更新。'); onClose(); } });
  const end = useAct(endpoints.endDisclosureDuty, { done: () => { void message.success('已取消，目录里不再列出。'); onClose(); } });
  const send = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const { itemCode, orgId } = duty ?? values;
    const known = all.data?.duties.find((each) => each.itemCode === itemCode && each.orgId === orgId);
    assign.mutate({ body: { seenVersion: duty?.version ?? known?.version ?? 0, itemCode, orgId, months: values.months ?? null } });
  };
  return (
    <Modal
      open title={duty ? '调整公开事项' : '把事项分给单位'} mask={{ closable: false }} onCancel={onClose}
      footer={<>
        {duty && !duty.ofEveryUnit && <Popconfirm title="该单位不再公开这个事项？" description="目录里不再列出，已登记的记录保留。" okText="取消这项" cancelText="保留" onConfirm={() => end.mutate({ body: { seenVersion: duty.version, itemCode: duty.itemCode, orgId: duty.orgId } })}><Button danger loading={end.isPending} style={{ float: 'left' }}>从该单位取消</Button></Popconfirm>}
        <Button onClick={onClose}>返回</Button><Button type="primary" loading={assign.isPending} onClick={() => void send()}>{duty ? '保存' : '分给单位'}</Button>
      </>}
    >
      <ProblemAlert problem={assign.error ?? end.error} />
      {duty && <p className="hint">{duty.orgName}　{duty.itemName}</p>}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ months: duty?.months ?? null }}>
        {!duty && (
          <>
            <Form.Item name="itemCode" label="应公开事项" rules={[{ required: true, message: '请选择事项。' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={view.items.filter((item) => !item.ofEveryUnit).map((item) => ({ value: item.code, label: item.name }))} /></Form.Item>
            <Form.Item name="orgId" label="单位" rules={[{ required: true, message: '请选择单位。' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={(units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))} /></Form.Item>
          </>
        )}
        <Form.Item name="months" label="至少几个月更新一次（不填按目录的默认周期）"><InputNumber min={1} max={DISCLOSURE_LIMITS.months} style={{ width: 160 }} suffix="个月" /></Form.Item>
      </Form>
    </Modal>
  );
}
