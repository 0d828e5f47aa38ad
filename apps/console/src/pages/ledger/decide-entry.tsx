import { endpoints, NORMATIVE_WORDS, type DecideLedgerEntryRequest, type LedgerRowView } from '@govmedia-hub/contracts';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

/** Says whether a document is a normative one, and under which number its legality was reviewed. */
export function DecideEntry({ row, onClose }: { row: LedgerRowView; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ normative: DecideLedgerEntryRequest['normative']; legalityReviewNo?: string; legalityReviewedOn: string | null }>();
  const normative = Form.useWatch('normative', form);
  const decide = useAct(endpoints.decideLedgerEntry, { done: () => { void message.success('已登记。'); onClose(); } });
  const send = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const reviewed = values.normative === 'yes';
    decide.mutate({ params: { id: row.document.id }, body: { seenVersion: row.version, normative: values.normative, legalityReviewNo: (reviewed && values.legalityReviewNo?.trim()) || null, legalityReviewedOn: reviewed ? (values.legalityReviewedOn ?? null) : null } });
  };
  return (
    <Modal open title="登记台账" okText="登记" cancelText="取消" confirmLoading={decide.isPending} mask={{ closable: false }} onOk={() => void send()} onCancel={onClose}>
      <ProblemAlert problem={decide.error} names={{ legalityReviewNo: '合法性审核编号', legalityReviewedOn: '审核日期' }} />
      <p className="hint serif">{row.document.title}　{row.document.docNumber ?? ''}</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ normative: row.normative === 'undecided' ? (row.looksNormative ? 'yes' : undefined) : row.normative, legalityReviewNo: row.legalityReviewNo ?? '', legalityReviewedOn: row.legalityReviewedOn }}>
        <Form.Item name="normative" label="认定" rules={[{ required: true, message: '请选择是不是规范性文件。' }]}><Radio.Group options={[{ value: 'yes', label: NORMATIVE_WORDS.yes }, { value: 'no', label: NORMATIVE_WORDS.no }]} /></Form.Item>
        {normative === 'yes' && (
          <>
            <Form.Item name="legalityReviewNo" label="合法性审核编号（没有审核的先空着，会列入“公开而未审核”）"><Input maxLength={80} /></Form.Item>
            <Form.Item name="legalityReviewedOn" label="审核日期"><CivilDateInput aria-label="审核日期" width={220} /></Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
