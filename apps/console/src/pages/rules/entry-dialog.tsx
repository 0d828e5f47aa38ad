import { endpoints, GATE_WORDS, GATES, SEVERITY_WORDS, type LexiconDetailView, type LexiconEntry, type LexiconEntryView, type LexiconVersionView } from '@govmedia-hub/contracts';
import { App, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useAct } from '../../api/queries.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { FieldLabel } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { EXACT_WORDS, fieldsOf, wordOf } from './entry-columns.js';

const LISTS: readonly (keyof LexiconEntry)[] = ['safePhrases', 'wrongForms', 'elements'];
const HINTS: Partial<Record<keyof LexiconEntry, string>> = {
  safePhrases: '含有这个词但没有错的较长短语，用顿号隔开。', wrongForms: '用顿号隔开。', elements: '按固定次序，用顿号隔开；没有的不填。', source: '文号或网址。', exact: '选中的变形不算这个词。', rank: '数字小的排在前面。', suggestion: '需要人工判断的不填。',
};
const OPTIONAL: readonly (keyof LexiconEntry)[] = ['suggestion', 'safePhrases', 'exact', 'wrongForms', 'elements', 'effectiveTo'];

type Fields = Record<string, unknown>;

/** What stands in the form as an entry; lists are typed with 、 between. */
function entryOf(fields: Fields): LexiconEntry {
  const entry: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === '') continue;
    entry[name] = LISTS.includes(name as keyof LexiconEntry) ? String(value).split(/[、，,；;\n]/).map((item) => item.trim()).filter(Boolean) : value;
  }
  return { term: '', source: '', ...entry } as LexiconEntry;
}

const formOf = (entry: LexiconEntryView | null): Fields => (entry ? Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'key').map(([name, value]) => [name, LISTS.includes(name as keyof LexiconEntry) ? (value as string[]).join('、') : value])) : { gate: 'text', severity: 'warn' });

/** One entry of a draft by hand. */
export function EntryDialog({ lexicon, version, entry, close }: { lexicon: LexiconDetailView; version: LexiconVersionView; entry: LexiconEntryView | null; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const act = useAct(endpoints.saveLexiconEntry, { shows: { endpoint: endpoints.getLexicon, id: lexicon.id }, done: () => { void message.success('已存入草稿。'); close(); } });
  const fields = fieldsOf(lexicon.kind);
  const names = Object.fromEntries(fields.map((field) => [`entry.${field}`, wordOf(lexicon.kind, field)]));
  const control = (field: keyof LexiconEntry) => {
    if (field === 'gate') return <Select options={GATES.map((gate) => ({ value: gate, label: GATE_WORDS[gate] }))} />;
    if (field === 'severity') return <Select options={(['warn', 'note'] as const).map((severity) => ({ value: severity, label: SEVERITY_WORDS[severity] }))} />;
    if (field === 'exact') return <Checkbox.Group options={(Object.keys(EXACT_WORDS) as (keyof typeof EXACT_WORDS)[]).map((value) => ({ value, label: EXACT_WORDS[value] }))} />;
    if (field === 'rank') return <InputNumber min={1} max={9_999} precision={0} style={{ width: 160 }} />;
    if (field === 'effectiveFrom' || field === 'effectiveTo') return <CivilDateInput />;
    return field === 'reason' || LISTS.includes(field) ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} /> : <Input maxLength={200} />;
  };
  return (
    <Modal open title={entry ? `修改“${entry.term}”` : '添加一条'} okText="存入草稿" cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={() => form.submit()} mask={{ closable: false }} width={600}>
      <ProblemAlert problem={act.error} names={names} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={formOf(entry)} onFinish={(values) => act.mutate({ params: { id: version.id }, body: { seenVersion: version.version, ...(entry ? { key: entry.key } : {}), entry: entryOf(values) } })}>
        {fields.map((field) => {
          const said = act.error?.messageFor(`entry.${field}`);
          const optional = OPTIONAL.includes(field) || (field === 'effectiveFrom' && lexicon.kind === 'institutions');
          const label = `${wordOf(lexicon.kind, field)}${optional ? '（可不填）' : ''}`;
          return (
            <Form.Item key={field} name={field} label={HINTS[field] ? <FieldLabel hint={HINTS[field]}>{label}</FieldLabel> : label} {...(said ? { validateStatus: 'error' as const, help: said } : {})} {...(optional ? {} : { rules: [{ required: true, message: `请填写${wordOf(lexicon.kind, field)}。` }] })}>
              {control(field)}
            </Form.Item>
          );
        })}
      </Form>
    </Modal>
  );
}
