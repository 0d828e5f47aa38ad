import { LIMITS } from '@govmedia-hub/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '../../../components/ReasonDialog.js';
import type { PlacedFinding } from './use-block-findings.js';

const CANNED = ['原文如此，已与依据文件核对', '固定用语，用法正确', '已在上下文中说明'];

/** Why a finding is a false alarm, in a sentence that the reviewers will read. */
export function DismissDialog({ finding, onReason, onCancel }: { finding: PlacedFinding; onReason: (reason: string) => void; onCancel: () => void }) {
  const [initial, setInitial] = useState('');
  return (
    <ReasonDialog key={initial} title="判为误报" verb="记为误报" label="理由" initial={initial} maxChars={LIMITS.reasonChars} busy={false} problem={null} consequence={`“${finding.text}”：${finding.message}保存时记入，审核人员能看到是谁、为什么。`} onSubmit={onReason} onCancel={onCancel}>
      <div className="row" role="group" aria-label="常用理由" style={{ marginBottom: 8 }}>{CANNED.map((reason) => <Button key={reason} size="small" onClick={() => setInitial(reason)}>{reason}</Button>)}</div>
    </ReasonDialog>
  );
}
