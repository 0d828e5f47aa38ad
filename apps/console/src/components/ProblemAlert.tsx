import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../api/api-problem.js';

const focusField = (field: string) => {
  const target = document.getElementById(field) ?? document.getElementById(field.replace(/^(blocks|form)\./, '')) ?? document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
};

/** What was refused and why, at the top of the form; each row leads to its field. */
export function ProblemAlert({ problem, names = {}, retry }: { problem: ApiProblem | null | undefined; names?: Record<string, string>; retry?: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem) return null;
  return (
    <div ref={box} className="problem">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={problem.title}
        action={retry ? <button type="button" className="plain-link" onClick={retry}>重试</button> : undefined}
        description={
          problem.detail || problem.errors.length > 0 || problem.status >= 500 ? (
            <>
              {problem.detail && <p>{problem.detail}</p>}
              {problem.errors.length > 0 && (
                <ul className="problem-rows">
                  {problem.errors.map((row) => (
                    <li key={`${row.field} ${row.message}`}>
                      <button type="button" className="plain-link" onClick={() => focusField(row.field)}>{names[row.field] ?? names[row.field.split('.')[0] ?? ''] ?? row.field}</button>：{row.message}
                    </li>
                  ))}
                </ul>
              )}
              {problem.status >= 500 && problem.requestId && <p className="small quiet">请求编号 {problem.requestId}</p>}
            </>
          ) : undefined
        }
      />
    </div>
  );
}
