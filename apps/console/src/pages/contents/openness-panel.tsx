import { endpoints, EMERGENCY_END_WORDS, EMERGENCY_STATUS_WORDS, INTERPRETATION_FORM_WORDS, INTERPRETATION_FORMS, type ContentView, type InterpretationForm } from '@govmedia-hub/contracts';
import { Button, Select } from 'antd';
import { addressOf } from '../../api/address.js';
import { useAct } from '../../api/queries.js';
import { formatInstant } from '../../components/dates/civil-date.js';
import { DueClock } from '../../components/DueClock.js';
import { OpennessTag } from '../../components/OpennessTag.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import type { ReviewAct } from './review-acts.js';

/** 公开属性, forms of interpretation, emergency release, and the sheet to print. */
export function OpennessPanel({ content, act }: { content: ContentView; act: (act: ReviewAct) => void }) {
  const classify = useAct(endpoints.classifyContent, { shows: { endpoint: endpoints.getContent, id: content.id } });
  const { abilities, openness, emergency } = content;
  return (
    <section className="verdicts" aria-label="公开属性">
      <h2>公开属性</h2>
      <div className="openness-rows">
        <div className="row"><OpennessTag openness={openness?.openness ?? null} />{abilities.decideOpenness && <Button size="small" onClick={() => act({ kind: 'openness' })}>{openness ? '重新确定' : '确定公开属性'}</Button>}</div>
        {openness && <p className="small quiet">{openness.groundWords}。{openness.decidedByName}，{formatInstant(openness.decidedAt)}{openness.reason ? `：${openness.reason}` : ''}</p>}
        {(content.kind === 'interpretation' || content.kind === 'qa') && (
          <label className="stack small"><span>解读形式（按正文自动识别的不用选）</span>
            <Select<InterpretationForm[]> mode="multiple" size="small" aria-label="解读形式" disabled={!abilities.classify} loading={classify.isPending} value={content.forms} onChange={(forms) => classify.mutate({ params: { id: content.id }, body: { forms, seenVersion: content.version } })} options={INTERPRETATION_FORMS.map((form) => ({ value: form, label: INTERPRETATION_FORM_WORDS[form] }))} placeholder="例如卡通动漫、专家解读" />
          </label>
        )}
        <ProblemAlert problem={classify.error} />
        {emergency && (
          <div className={`callout ${emergency.overdue ? 'callout-seal' : 'callout-amber'}`}>
            <p><b>应急发布：{EMERGENCY_STATUS_WORDS[emergency.status]}</b>{emergency.endedBy ? `（${EMERGENCY_END_WORDS[emergency.endedBy]}）` : ''}</p>
            <p className="small">{emergency.requestedByName} 申请：{emergency.reason}{emergency.decidedByName ? `　${emergency.decidedByName}：${emergency.opinion ?? ''}` : ''}</p>
            {emergency.status === 'released' && <p className="small">补审最迟 <DueClock dueOn={emergency.dueOn} /></p>}
            {abilities.decideEmergency && <div className="row"><Button size="small" danger onClick={() => act({ kind: 'decide-emergency', decision: 'release' })}>同意应急发布</Button><Button size="small" onClick={() => act({ kind: 'decide-emergency', decision: 'refuse' })}>不同意</Button></div>}
          </div>
        )}
        <div className="row">
          {abilities.requestEmergency && <Button size="small" onClick={() => act({ kind: 'emergency' })}>申请应急发布</Button>}
          <a className="small" href={addressOf(endpoints.exportApprovalSheet.path, { params: { id: content.id } })} download>打印审批单（Word）</a>
        </div>
      </div>
    </section>
  );
}
