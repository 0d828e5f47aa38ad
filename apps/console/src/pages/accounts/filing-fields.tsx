import { ACCOUNT_KIND_WORDS, PLATFORM_WORDS, type AccountKind, type FilingForm, type FilingKind, type Platform } from '@govmedia-hub/contracts';
import { AutoComplete, Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { ACCOUNT_TYPES, FIELD_NAMES, INTERACTION_CHANNELS, UPDATE_FREQUENCIES, type EditedFiling } from './filing-form.js';

/** The fields of one step, labels above, help before the field, errors beside it. */
export function FilingFields({ step, kind, value, change, errors }: { step: number; kind: FilingKind; value: EditedFiling; change: (changes: Partial<EditedFiling>) => void; errors: Partial<Record<keyof FilingForm, string>> }) {
  const closing = kind === 'closing' || kind === 'cancellation';
  const field = (name: keyof FilingForm, control: ReactNode, options: { hint?: string; required?: boolean } = {}) => (
    <div className="form-field" data-field={name}>
      <label htmlFor={name}>{FIELD_NAMES[name]}{options.required ? '' : '（可不填）'}</label>
      {options.hint && <p className="hint">{options.hint}</p>}
      {control}
      {errors[name] && <p className="field-error" id={`${name}-error`}>{errors[name]}</p>}
    </div>
  );
  const text = (name: 'accountName' | 'platformAccountId' | 'homepageUrl' | 'certSubject' | 'undertakingDept' | 'operatorOrg' | 'leaderInCharge' | 'responsiblePerson' | 'responsiblePhone' | 'successor', maxLength: number, options: { hint?: string; required?: boolean; type?: string } = {}) =>
    field(name, <Input id={name} type={options.type ?? 'text'} value={value[name]} maxLength={maxLength} status={errors[name] ? 'error' : ''} aria-invalid={errors[name] !== undefined} aria-describedby={errors[name] ? `${name}-error` : undefined} onChange={(event) => change({ [name]: event.target.value })} />, options);

  if (step === 0) {
    return (
      <>
        {text('accountName', 80, { required: true, hint: '简短规范，与主办单位职责相符；同一单位在不同平台上名称一致。' })}
        {field('platform', <Select<Platform> id="platform" value={value.platform} options={Object.entries(PLATFORM_WORDS).map(([key, label]) => ({ value: key as Platform, label }))} onChange={(platform) => change({ platform, accountType: ACCOUNT_TYPES[platform]?.[0] ?? '' })} />, { required: true, hint: '一个单位原则上在同一平台只开设一个账号。' })}
        {field('accountType', <AutoComplete id="accountType" value={value.accountType} options={(ACCOUNT_TYPES[value.platform] ?? []).map((type) => ({ value: type }))} onChange={(accountType) => change({ accountType })} status={errors.accountType ? 'error' : ''} />, { required: true })}
        {text('platformAccountId', 80, { hint: '平台给的标识，例如微信原始 ID、微博 UID。还没有开设的可不填。' })}
        {field('accountKind', <Radio.Group value={value.accountKind} onChange={(event) => change({ accountKind: event.target.value as AccountKind })} options={Object.entries(ACCOUNT_KIND_WORDS).map(([key, label]) => ({ value: key, label }))} />, { required: true, hint: '发布类账号两周内至少更新一次。' })}
        {field('openedOn', <CivilDateInput id="openedOn" value={value.openedOn} onChange={(openedOn) => change({ openedOn })} width={220} />)}
        {text('homepageUrl', 500, { type: 'url' })}
        {field('intro', <Input.TextArea id="intro" value={value.intro} maxLength={1000} autoSize={{ minRows: 2 }} onChange={(event) => change({ intro: event.target.value })} />)}
      </>
    );
  }
  if (step === 1) {
    return (
      <>
        {text('certSubject', 120, { required: true, hint: '应与主办单位全称一致。' })}
        {text('undertakingDept', 120)}
        {field('operationMode', <Radio.Group value={value.operationMode} onChange={(event) => change({ operationMode: event.target.value as FilingForm['operationMode'] })} options={[{ value: 'self', label: '自行运维' }, { value: 'contracted', label: '委托第三方运维' }]} />, { required: true, hint: '委托运维的，责任仍由主办单位承担。' })}
        {value.operationMode === 'contracted' && text('operatorOrg', 120, { required: true })}
        {text('leaderInCharge', 40, { required: true })}
        {text('responsiblePerson', 40, { required: true })}
        {text('responsiblePhone', 40, { required: true, type: 'tel', hint: '办公电话，只供主管单位联系，不公开。' })}
      </>
    );
  }
  return (
    <>
      {!closing && field('interactionChannels', <Checkbox.Group value={value.interactionChannels} options={[...new Set([...INTERACTION_CHANNELS, ...value.interactionChannels])]} onChange={(interactionChannels) => change({ interactionChannels })} />, { required: true, hint: '没有有效互动功能的账号，检查时一票否决。' })}
      {!closing && field('updateFrequency', <AutoComplete id="updateFrequency" value={value.updateFrequency} options={UPDATE_FREQUENCIES.map((frequency) => ({ value: frequency }))} onChange={(updateFrequency) => change({ updateFrequency })} />)}
      {field('reason', <Input.TextArea id="reason" value={value.reason} maxLength={2000} showCount autoSize={{ minRows: 4 }} status={errors.reason ? 'error' : ''} onChange={(event) => change({ reason: event.target.value })} />, { required: true, hint: kind === 'opening' ? '为什么需要开设，由谁维护，与现有账号如何区分。' : kind === 'change' ? '变更了什么，从什么时候起。' : '为什么关停，何时公告，历史内容如何处理。' })}
      {closing && text('successor', 200, { hint: '关停后群众改看哪个账号或网站，将显示在名录里。' })}
    </>
  );
}
