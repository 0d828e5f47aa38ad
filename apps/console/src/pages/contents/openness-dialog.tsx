import { endpoints, OPENNESS, OPENNESS_WORDS, type ContentView, type Openness } from '@govmedia-hub/contracts';
import { App, Radio, Select } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/queries.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';

/** 公开属性 of a text, on a ground of the law, by the person who decides. */
export function OpennessDialog({ content, close }: { content: ContentView; close: () => void }) {
  const { message } = App.useApp();
  const rules = useCall(endpoints.getOpennessRules, {});
  const decide = useAct(endpoints.decideOpenness, { shows: { endpoint: endpoints.getContent, id: content.id }, done: () => { void message.success('公开属性已记录。'); close(); } });
  const [openness, setOpenness] = useState<Openness>(content.openness?.openness ?? 'proactive');
  const grounds = (rules.data?.grounds ?? []).filter((ground) => ground.openness === openness && !ground.hidden);
  const [chosen, setChosen] = useState<string | null>(content.openness?.ground ?? null);
  const ground = grounds.find(({ code }) => code === chosen)?.code ?? grounds.find(({ code }) => code === 'art19')?.code ?? grounds[0]?.code ?? '';
  return (
    <ReasonDialog title="确定公开属性" verb="确定" label="说明" required={false} initial={content.openness?.reason ?? ''} onCancel={close} busy={decide.isPending} problem={decide.error} consequence="以您的名义决定。不是主动公开的，不能发布到任何渠道。" onSubmit={(reason) => decide.mutate({ params: { id: content.id }, body: { openness, ground, reason, seenVersion: content.version } })}>
      <div className="act-part"><Radio.Group aria-label="公开属性" value={openness} onChange={(event) => setOpenness(event.target.value as Openness)} options={OPENNESS.map((value) => ({ value, label: OPENNESS_WORDS[value] }))} /></div>
      <label className="stack act-part"><span>法律依据</span><Select aria-label="法律依据" value={ground} onChange={setChosen} options={grounds.map((entry) => ({ value: entry.code, label: entry.words }))} popupMatchSelectWidth={480} /></label>
    </ReasonDialog>
  );
}
