import { endpoints, OPENNESS, OPENNESS_WORDS, TOPICS, type Openness } from '@govmedia-hub/contracts';
import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../api/api-problem.js';
import { useCall } from '../../api/queries.js';
import { AreaSelect } from '../../components/AreaSelect.js';
import { CivilDateInput } from '../../components/CivilDateInput.js';
import { InterpretationPlanFields, type PlanDraft } from '../../components/InterpretationPlanFields.js';

export interface ConfirmedFields {
  title: string; docNumber: string; issuer: string; signedOn: string | null; publishedOn: string | null; effectiveOn: string | null; expiresOn: string | null; openness: Openness | null; opennessGround: string | null; plan: PlanDraft; topic: string | null; areaCode: string | null;
}

export const FIELD_NAMES: Record<keyof ConfirmedFields, string> = {
  title: '标题', docNumber: '文号', issuer: '发文机关', signedOn: '成文日期', publishedOn: '发布日期', effectiveOn: '施行日期', expiresOn: '有效期至', openness: '公开属性', opennessGround: '公开属性的依据', plan: '解读方案', topic: '主题', areaCode: '适用地域',
};

const OPENNESS_HINTS: Record<Openness, string> = {
  proactive: '确认后群众立即可以查到', on_request: '群众看不到，可依申请提供', withheld: '不向群众提供',
};

/** The fields that a named person answers for, each with a note whether its value stands in the original. */
export function ConfirmFields({ value, change, onFocus, problem, found, opennessMark }: {
  value: ConfirmedFields; change: (changes: Partial<ConfirmedFields>) => void; onFocus: (field: keyof ConfirmedFields) => void; problem: ApiProblem | null; found: ReadonlySet<string>; opennessMark: string | null;
}) {
  const rules = useCall(endpoints.getOpennessRules, {});
  const field = (name: keyof ConfirmedFields, control: ReactNode, hint?: string) => {
    const filled = typeof value[name] === 'string' && value[name] !== '' && name !== 'topic' && name !== 'areaCode' && name !== 'openness' && name !== 'opennessGround';
    const message = problem?.messageFor(name) ?? (name === 'openness' && problem?.code === 'documents.openness_missing' ? problem.title : name === 'opennessGround' && problem?.code === 'documents.openness_ground_missing' ? problem.title : name === 'docNumber' && problem?.code === 'documents.doc_number_taken' ? problem.title : null);
    return (
      <div className="confirm-field" onFocus={() => onFocus(name)}>
        <label htmlFor={name}><span>{FIELD_NAMES[name]}</span>{filled && <span className={found.has(name) ? 'confirm-found' : 'confirm-missing'}>{found.has(name) ? '● 原文中已标出' : '△ 原文没有直接写明，请核对'}</span>}</label>
        {hint && <p className="hint">{hint}</p>}
        {control}
        {message && <p className="field-error">{message}</p>}
      </div>
    );
  };
  const date = (name: 'signedOn' | 'publishedOn' | 'effectiveOn' | 'expiresOn', hint?: string) => field(name, <CivilDateInput id={name} value={value[name]} onChange={(next) => change({ [name]: next })} />, hint);
  return (
    <div className="confirm-fields">
      {field('title', <Input.TextArea id="title" autoSize className="serif" value={value.title} onChange={(event) => change({ title: event.target.value })} />)}
      <div className="confirm-pair">
        {field('docNumber', <Input id="docNumber" value={value.docNumber} placeholder="没有文号可不填" onChange={(event) => change({ docNumber: event.target.value })} />)}
        {field('issuer', <Input id="issuer" value={value.issuer} onChange={(event) => change({ issuer: event.target.value })} />)}
      </div>
      <div className="confirm-pair">{date('signedOn')}{date('publishedOn')}</div>
      <div className="confirm-pair">{date('effectiveOn')}{date('expiresOn')}</div>
      {field('openness', (
        <Radio.Group id="openness" value={value.openness} onChange={(event) => change({ openness: event.target.value as Openness, opennessGround: null })} className="confirm-openness">
          {OPENNESS.map((openness) => <Radio key={openness} value={openness}>{OPENNESS_WORDS[openness]}<span className="quiet small">　{OPENNESS_HINTS[openness]}</span></Radio>)}
        </Radio.Group>
      ), opennessMark ? `原文标注：${opennessMark}` : '原文没有公开标注。没有公开属性的文件不公开，请按公开审查意见确定。')}
      {value.openness && field('opennessGround', (
        <Select<string> id="opennessGround" aria-label="公开属性的依据" allowClear value={value.opennessGround} placeholder={opennessMark ? '按原文标注，可不选' : '选择法律依据'} onChange={(opennessGround) => change({ opennessGround: opennessGround ?? null })} style={{ width: '100%' }} popupMatchSelectWidth={false}
          options={(rules.data?.grounds ?? []).filter((ground) => ground.openness === value.openness && !ground.hidden).map((ground) => ({ value: ground.code, label: ground.words }))} />
      ), '以您的名义决定，依据和时间一并记录。')}
      {value.openness === 'proactive' && (
        <div className="confirm-field"><span className="confirm-legend">解读方案</span><p className="hint">政策公开时要有解读方案，或者登记免于解读的理由。</p>
          <InterpretationPlanFields value={value.plan} change={(changes) => change({ plan: { ...value.plan, ...changes } })} problem={problem?.code === 'documents.interpretation_plan_missing' || problem?.code === 'documents.interpretation_plan_invalid' ? problem.detail ?? problem.title : null} />
        </div>
      )}
      {field('areaCode', <AreaSelect id="areaCode" value={value.areaCode} onChange={(areaCode) => change({ areaCode })} />, '文件在哪里有效力。按发文机关和标题识别，没有识别出来的请选择。')}
      {field('topic', <Select<string> id="topic" allowClear value={value.topic} placeholder="选择主题，便于群众查找" options={TOPICS.map((topic) => ({ value: topic, label: topic }))} onChange={(topic) => change({ topic: topic ?? null })} style={{ width: '100%' }} />)}
    </div>
  );
}
