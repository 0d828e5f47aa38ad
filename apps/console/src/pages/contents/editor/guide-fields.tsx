import type { GuideParts } from '@govmedia-hub/contracts';
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { TextMark } from '../../../components/marked-text/MarkedText.js';
import { MarkedTextarea } from './marked-textarea.js';

/** The marks of a part of the guide. */
export type MarksAt = (key: string) => { marks: readonly TextMark[]; offset: number };

const LIFE_EVENTS = ['出生', '入学', '就业', '创业', '结婚', '购房租房', '生病', '退休', '失业', '身后事', '企业开办', '企业经营', '企业注销'];

function Rows<T>({ items, empty, add, change, row }: { items: T[]; empty: T; add: string; change: (items: T[]) => void; row: (item: T, at: number, set: (item: T) => void) => ReactNode }) {
  return (
    <div className="block-lines">
      {items.map((item, i) => (
        <div className="block-line" key={i}>{row(item, i, (next) => change(items.map((one, j) => (j === i ? next : one))))}<Button size="small" type="text" aria-label={`删除第 ${i + 1} 项`} onClick={() => change(items.filter((_, j) => j !== i))}>✕</Button></div>
      ))}
      <Button size="small" onClick={() => change([...items, empty])}>{add}</Button>
    </div>
  );
}

/** The structured parts of a service guide. */
export function GuideFields({ guide, change, marksAt }: { guide: GuideParts; change: (guide: GuideParts) => void; marksAt: MarksAt }) {
  const set = (changes: Partial<GuideParts>) => change({ ...guide, ...changes });
  const line = (key: 'place' | 'hours' | 'phone', label: string, placeholder: string) => (
    <div className="guide-field"><label htmlFor={`guide.${key}`}>{label}</label><MarkedTextarea id={`guide.${key}`} label={label} single value={guide[key]} placeholder={placeholder} {...marksAt(`guide.${key}`)} onChange={(text) => set({ [key]: text })} /></div>
  );
  return (
    <section className="guide-fields" aria-label="办事指南">
      <div className="guide-field"><span className="guide-label">适用对象</span><Radio.Group value={guide.audience} onChange={(event) => set({ audience: event.target.value as GuideParts['audience'] })} options={[{ value: 'person', label: '个人' }, { value: 'enterprise', label: '企业' }]} /></div>
      <div className="guide-field"><label htmlFor="guide.lifeEvent">生活事项</label><Select id="guide.lifeEvent" aria-label="生活事项" showSearch value={guide.lifeEvent || null} placeholder="选择群众会从哪件事找来" options={[...new Set([...LIFE_EVENTS, ...(guide.lifeEvent ? [guide.lifeEvent] : [])])].map((event) => ({ value: event, label: event }))} onChange={(lifeEvent: string) => set({ lifeEvent })} style={{ width: 260 }} /></div>
      <div className="guide-field"><span className="guide-label">办理条件</span><Rows items={guide.conditions} empty="" add="加一个条件" change={(conditions) => set({ conditions })} row={(text, i, put) => <MarkedTextarea id={`guide.conditions.${i}`} label={`条件 ${i + 1}`} value={text} {...marksAt(`guide.conditions.${i}`)} onChange={put} />} /></div>
      <div className="guide-field"><span className="guide-label">申请材料</span><Rows items={guide.materials} empty={{ name: '', form: '原件', copies: 1, note: '' }} add="加一项材料" change={(materials) => set({ materials })} row={(material, i, put) => (
        <div className="guide-material">
          <MarkedTextarea id={`guide.materials.${i}.name`} label={`材料 ${i + 1} 名称`} single placeholder="材料名称" value={material.name} {...marksAt(`guide.materials.${i}.name`)} onChange={(name) => put({ ...material, name })} />
          <Select aria-label="材料形式" value={material.form} options={['原件', '复印件', '原件和复印件', '电子版', '网上核验，不用提交'].map((form) => ({ value: form, label: form }))} onChange={(form: string) => put({ ...material, form })} />
          <InputNumber aria-label="份数" min={0} max={20} value={material.copies} suffix="份" onChange={(copies) => put({ ...material, copies: copies ?? 1 })} />
          <Input aria-label="说明" placeholder="说明，可不填" value={material.note} onChange={(event) => put({ ...material, note: event.target.value })} />
        </div>
      )} /></div>
      <div className="guide-field"><span className="guide-label">办理流程</span><Rows items={guide.steps} empty={{ title: '', detail: '' }} add="加一步" change={(steps) => set({ steps })} row={(step, i, put) => (
        <div className="guide-step">
          <MarkedTextarea id={`guide.steps.${i}.title`} label={`第 ${i + 1} 步`} single placeholder={`第 ${i + 1} 步，例如 受理`} value={step.title} {...marksAt(`guide.steps.${i}.title`)} onChange={(title) => put({ ...step, title })} />
          <MarkedTextarea id={`guide.steps.${i}.detail`} label={`第 ${i + 1} 步说明`} placeholder="谁在几天内做什么" value={step.detail} {...marksAt(`guide.steps.${i}.detail`)} onChange={(detail) => put({ ...step, detail })} />
        </div>
      )} /></div>
      <div className="guide-field"><span className="guide-label">办理时限</span><div className="guide-limit"><InputNumber aria-label="时限数量" min={0} max={365} value={guide.timeLimit.amount} onChange={(amount) => set({ timeLimit: { ...guide.timeLimit, amount: amount ?? 0 } })} /><Select aria-label="时限单位" value={guide.timeLimit.unit} options={[{ value: 'working_day', label: '个工作日' }, { value: 'day', label: '个自然日' }]} onChange={(unit) => set({ timeLimit: { ...guide.timeLimit, unit } })} style={{ width: 120 }} /><MarkedTextarea id="guide.timeLimit.text" label="时限说明" single placeholder="说明，例如 材料齐全的 5 个工作日内办结" value={guide.timeLimit.text} {...marksAt('guide.timeLimit.text')} onChange={(text) => set({ timeLimit: { ...guide.timeLimit, text } })} /></div></div>
      <div className="guide-field"><span className="guide-label">收费</span><div className="guide-limit"><Checkbox checked={guide.fee.free} onChange={(event) => set({ fee: { free: event.target.checked, text: event.target.checked ? '不收费' : '' } })}>不收费</Checkbox><MarkedTextarea id="guide.fee.text" label="收费说明" single placeholder="收费依据和标准" value={guide.fee.text} {...marksAt('guide.fee.text')} onChange={(text) => set({ fee: { ...guide.fee, text } })} /></div></div>
      {line('place', '办理地点', '例如 市政务服务中心一楼社保窗口')}
      {line('hours', '办理时间', '例如 工作日 9:00—12:00，13:30—17:00')}
      {line('phone', '咨询电话', '例如 0000-12345678')}
      <div className="guide-field"><label htmlFor="guide.onlineUrl">网上办理地址</label><Input id="guide.onlineUrl" type="url" placeholder="没有可不填" value={guide.onlineUrl ?? ''} onChange={(event) => set({ onlineUrl: event.target.value || null })} /></div>
      <Checkbox checked={guide.oneVisit} onChange={(event) => set({ oneVisit: event.target.checked })}>最多跑一次</Checkbox>
    </section>
  );
}
