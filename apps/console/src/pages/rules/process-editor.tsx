import { DESK_ROLES, endpoints, MOST_REVIEW_DAYS, PRIORITIES, PRIORITY_WORDS, processProblems, ROLE_WORDS, type DeskId, type ReviewProcessDesk, type ReviewProcessVersionView } from '@govmedia-hub/contracts';
import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/queries.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { addStep, apartOf, lineOf, mayAdd, mayRemove, removeStep, setApart, type Line } from './process-steps.js';

type Draft = Pick<ReviewProcessVersionView, 'name' | 'source' | 'days' | 'desks'>;
const LINES: readonly { line: Line; title: string; hint: string }[] = [
  { line: 'gate', title: '五关', hint: '五关缺一不可。不排先后的几关同时办理。' },
  { line: 'review', title: '三审', hint: '在五关之后依次办理，不少于三次，须由不同的人审核。' },
  { line: 'proof', title: '三校', hint: '在五关之后依次办理，不少于三次，须由不同的人校对。' },
];
const WHO = DESK_ROLES.map((role) => ({ value: role, label: `${role === 'supervisor' ? '' : '本单位'}${ROLE_WORDS[role]}` }));

/** The form of a draft: names, persons, order, days; what is missing is said at once and again by the server. */
export function ProcessEditor({ draft, changed }: { draft: ReviewProcessVersionView; changed: (dirty: boolean) => void }) {
  const { message } = App.useApp();
  const [edit, setEdit] = useState<Draft>({ name: draft.name, source: draft.source, days: draft.days, desks: draft.desks });
  const act = useAct(endpoints.saveReviewProcess, { done: () => { changed(false); void message.success('已保存草稿。'); } });
  const change = (more: Partial<Draft>) => { setEdit((before) => ({ ...before, ...more })); changed(true); };
  const put = (id: DeskId, more: Partial<ReviewProcessDesk>) => change({ desks: edit.desks.map((desk) => (desk.desk === id ? { ...desk, ...more } : desk)) });
  const problems = processProblems(edit);
  const apart = apartOf(edit.desks);
  return (
    <form className="process-editor" onSubmit={(event) => { event.preventDefault(); act.mutate({ params: { id: draft.id! }, body: { seenVersion: draft.version, ...edit } }); }}>
      <ProblemAlert problem={act.error} />
      <div className="process-fields">
        <label className="stack"><span>流程名称</span><Input value={edit.name} maxLength={60} onChange={(event) => change({ name: event.target.value })} /></label>
        <label className="stack process-source"><span>依据（文件或会议决定）</span><Input value={edit.source} maxLength={500} onChange={(event) => change({ source: event.target.value })} /></label>
        <label className="stack"><span>全文一般期限（工作日）</span><InputNumber min={1} max={MOST_REVIEW_DAYS} precision={0} value={edit.days.normal} onChange={(value) => change({ days: { ...edit.days, normal: value ?? 0 } })} /></label>
        <label className="stack"><span>全文急件期限（工作日）</span><InputNumber min={1} max={MOST_REVIEW_DAYS} precision={0} value={edit.days.urgent} onChange={(value) => change({ days: { ...edit.days, urgent: value ?? 0 } })} /></label>
      </div>
      <p className="small quiet process-clock">每一步从轮到它那天起算，0 为当日办结；不晚于全文的期限，全文的期限从送审那天起算。</p>
      {LINES.map(({ line, title, hint }) => (
        <fieldset key={line} className="process-line">
          <legend>{title}</legend>
          <p className="small quiet">{hint}</p>
          <div className="process-head" aria-hidden="true"><span>名称</span><span>由谁办</span><span>在哪些步骤之后</span><span>一般（工作日）</span><span>急件（工作日）</span></div>
          {edit.desks.filter(({ desk }) => lineOf(desk) === line).map((desk) => (
            <div key={desk.desk} className="process-desk">
              <Input aria-label={`${desk.name || title}的名称`} value={desk.name} maxLength={20} onChange={(event) => put(desk.desk, { name: event.target.value })} />
              <Select aria-label={`${desk.name}由谁办`} value={desk.role} disabled={line === 'gate'} options={WHO} onChange={(role) => put(desk.desk, { role, unit: role === 'supervisor' ? 'any' : 'own' })} />
              <Select<DeskId[]>
                aria-label={`${desk.name}在哪些步骤之后`} mode="multiple" value={desk.after} placeholder="送审后即可办理" onChange={(after) => put(desk.desk, { after })} maxTagCount="responsive"
                options={edit.desks.filter((other) => other.desk !== desk.desk && (line !== 'gate' || lineOf(other.desk) === 'gate')).map((other) => ({ value: other.desk, label: other.name }))}
              />
              {PRIORITIES.map((priority) => (
                <InputNumber key={priority} aria-label={`${desk.name}的${PRIORITY_WORDS[priority]}期限（工作日）`} min={0} max={edit.days[priority]} precision={0} value={desk.days?.[priority] ?? null} onChange={(value) => put(desk.desk, { days: { normal: desk.days?.normal ?? 1, urgent: desk.days?.urgent ?? 1, [priority]: value ?? 0 } })} />
              ))}
            </div>
          ))}
          {line !== 'gate' && (
            <div className="row process-more">
              <Button size="small" disabled={!mayAdd(edit.desks, line)} onClick={() => change({ desks: addStep(edit.desks, line) })}>增加一次</Button>
              <Button size="small" disabled={!mayRemove(edit.desks, line)} title={mayRemove(edit.desks, line) ? '' : `${title}不得少于三次`} onClick={() => change({ desks: removeStep(edit.desks, line) })}>减去最后一次</Button>
            </div>
          )}
        </fieldset>
      ))}
      <fieldset className="process-line">
        <legend>不同的人</legend>
        <div className="stack">
          <Checkbox checked disabled>三审由不同的人，三校由不同的人；写过正文的人不能办任何一步</Checkbox>
          <Checkbox checked={apart.gates} onChange={(event) => change({ desks: setApart(edit.desks, { ...apart, gates: event.target.checked }) })}>五关也由五个不同的人把关</Checkbox>
          <Checkbox checked={apart.lines} onChange={(event) => change({ desks: setApart(edit.desks, { ...apart, lines: event.target.checked }) })}>审核过的人不能再校对</Checkbox>
        </div>
      </fieldset>
      {problems.length > 0 && (
        <div className="callout callout-amber" role="status"><b>还差 {problems.length} 处，改好才能定生效日期：</b><ul className="process-problems">{problems.map(({ message: words }) => <li key={words}>{words}</li>)}</ul></div>
      )}
      <div className="row process-save"><Button type="primary" htmlType="submit" loading={act.isPending}>保存草稿</Button></div>
    </form>
  );
}

