import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CivilDateInput } from './CivilDateInput.js';

/** Filters above a list, each with its label; typing waits a moment before it asks. */
export function FilterBar({ children, onClear, active }: { children: ReactNode; onClear: () => void; active: boolean }) {
  return (
    <form className="filters" role="search" aria-label="筛选" onSubmit={(event) => event.preventDefault()}>
      {children}
      {active && <Button type="link" className="filters-clear" onClick={onClear}>清除筛选</Button>}
    </form>
  );
}

export function TextFilter({ label, value, onChange, placeholder, width = 220 }: { label: string; value: string | undefined; onChange: (value: string | null) => void; placeholder?: string; width?: number }) {
  const [text, setText] = useState(value ?? '');
  const sent = useRef(value ?? '');
  useEffect(() => {
    if ((value ?? '') !== sent.current) { sent.current = value ?? ''; setText(value ?? ''); }
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current) return undefined;
    const timer = setTimeout(() => { sent.current = text.trim(); onChange(text.trim() || null); }, 350);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return <label className="filter"><span>{label}</span><Input type="search" value={text} placeholder={placeholder} style={{ width }} maxLength={200} onChange={(event) => setText(event.target.value)} /></label>;
}

export function ChoiceFilter<V extends string>({ label, value, words, onChange, width = 140 }: { label: string; value: V | undefined; words: Record<V, string> | readonly V[]; onChange: (value: V | null) => void; width?: number }) {
  const options = Array.isArray(words) ? (words as readonly V[]).map((word) => ({ value: word, label: word as string })) : (Object.entries(words) as [V, string][]).map(([key, word]) => ({ value: key, label: word }));
  return (
    <label className="filter"><span>{label}</span>
      <Select<V> aria-label={label} allowClear placeholder="全部" value={value ?? null} options={options} style={{ width }} onChange={(next) => onChange(next ?? null)} />
    </label>
  );
}

export function DateFilter({ label, value, onChange }: { label: string; value: string | undefined; onChange: (value: string | null) => void }) {
  return <label className="filter"><span>{label}</span><CivilDateInput value={value ?? null} onChange={onChange} width={146} short /></label>;
}
