import { LIMITS } from '@govmedia-hub/contracts';
import { Alert, Input, Modal } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ApiProblem } from '../api/api-problem.js';
import { ProblemAlert } from './ProblemAlert.js';

/** An act with a consequence: says it first, then asks for a reason or an opinion where a label names one. Ctrl+Enter sends. */
export function ReasonDialog({ title, consequence, label, verb, danger = false, required = true, maxChars = LIMITS.reasonChars, initial = '', busy, problem, onSubmit, onCancel, children }: {
  title: string; consequence: ReactNode; label?: string; verb: string; danger?: boolean; required?: boolean; maxChars?: number; initial?: string; busy: boolean; problem: ApiProblem | null;
  onSubmit: (reason: string) => void; onCancel: () => void; children?: ReactNode;
}) {
  const [reason, setReason] = useState(initial);
  const [missing, setMissing] = useState(false);
  const box = useRef<React.ComponentRef<typeof Input.TextArea>>(null);
  useEffect(() => {
    const timer = setTimeout(() => box.current?.focus({ cursor: 'end' }), 60);
    return () => clearTimeout(timer);
  }, []);
  const submit = () => {
    if (label && required && reason.trim() === '') { setMissing(true); box.current?.focus(); return; }
    onSubmit(reason.trim());
  };
  return (
    <Modal open title={title} okText={verb} cancelText="取消" okButtonProps={{ danger }} confirmLoading={busy} onOk={submit} onCancel={onCancel} mask={{ closable: false }} width={520}>
      <ProblemAlert problem={problem} />
      <Alert type={danger ? 'warning' : 'info'} showIcon title={consequence} style={{ marginBottom: 16 }} />
      {children}
      {label && (
        <label className="stack">
          <span>{label}{required ? '' : '（可不填）'}</span>
          <Input.TextArea
            ref={box}
            value={reason}
            status={missing ? 'error' : ''}
            aria-invalid={missing}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={maxChars}
            showCount
            onChange={(event) => { setReason(event.target.value); setMissing(false); }}
            onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(); }}
          />
          {missing && <span className="field-error" role="alert">请写明{label}。</span>}
        </label>
      )}
    </Modal>
  );
}
