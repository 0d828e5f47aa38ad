import { endpoints, INTERPRETATION_FORM_WORDS, INTERPRETATION_FORMS, type InterpretationChoice, type InterpretationForm } from '@govmedia-hub/contracts';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useCall } from '../api/queries.js';
import { CivilDateInput } from './CivilDateInput.js';

export interface PlanDraft { way: 'plan' | 'exemption' | null; forms: InterpretationForm[]; ownerOrgId: string | null; dueOn: string | null; kind: string | null; reason: string }
export const EMPTY_PLAN: PlanDraft = { way: null, forms: [], ownerOrgId: null, dueOn: null, kind: null, reason: '' };

/** What is sent; undefined while nothing was chosen, so that the server says what is missing. */
export function choiceOf({ way, forms, ownerOrgId, dueOn, kind, reason }: PlanDraft): InterpretationChoice | undefined {
  if (way === 'plan') return { plan: { forms, ...(ownerOrgId ? { ownerOrgId } : {}), ...(dueOn ? { dueOn } : {}) } };
  return way === 'exemption' ? { exemption: { kind: kind ?? '', reason } } : undefined;
}

/** 解读方案, or why there is none: who interprets, in which forms, until when. */
export function InterpretationPlanFields({ value, change, problem }: { value: PlanDraft; change: (changes: Partial<PlanDraft>) => void; problem: string | null }) {
  const rules = useCall(endpoints.getOpennessRules, {});
  const units = useCall(endpoints.listOrganisations, {});
  return (
    <fieldset className="plan-fields" aria-label="解读方案">
      <Radio.Group value={value.way} onChange={(event) => change({ way: event.target.value as PlanDraft['way'] })}>
        <Radio value="plan">有解读方案</Radio><Radio value="exemption">免于解读</Radio>
      </Radio.Group>
      {value.way === 'plan' && (
        <>
          <div><span>解读形式（可多选）</span><Checkbox.Group value={value.forms} onChange={(forms) => change({ forms: forms as InterpretationForm[] })} options={INTERPRETATION_FORMS.map((form) => ({ value: form, label: INTERPRETATION_FORM_WORDS[form] }))} /></div>
          <label className="stack"><span>解读单位</span><Select aria-label="解读单位" allowClear placeholder="不选为文件所属单位（谁起草、谁解读）" value={value.ownerOrgId} onChange={(ownerOrgId) => change({ ownerOrgId: ownerOrgId ?? null })} options={(units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))} showSearch={{ optionFilterProp: 'label' }} /></label>
          <label className="stack"><span>解读期限</span><span className="hint">不填为规定的最后一天：文件公开后3个工作日</span><CivilDateInput value={value.dueOn} onChange={(dueOn) => change({ dueOn })} /></label>
        </>
      )}
      {value.way === 'exemption' && (
        <>
          <label className="stack"><span>情形</span><Select aria-label="免于解读的情形" value={value.kind} placeholder="选择一种情形" onChange={(kind) => change({ kind })} options={(rules.data?.exemptionKinds ?? []).map((kind) => ({ value: kind.code, label: kind.words }))} /></label>
          <label className="stack"><span>理由</span><Input aria-label="免于解读的理由" value={value.reason} maxLength={500} onChange={(event) => change({ reason: event.target.value })} /></label>
        </>
      )}
      {problem && <p className="field-error" role="alert">{problem}</p>}
    </fieldset>
  );
}
