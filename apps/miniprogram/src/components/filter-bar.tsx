import { useEffect, useState, type ReactNode } from 'react';
import { Box, Form, Press, TextLine } from '../elements/elements.js';

/** Search words and, below, the choices that narrow a list. */
export function FilterBar({ label, q, onSearch, children }: { label: string; q: string; onSearch: (q: string) => void; children?: ReactNode }) {
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  return (
    <Form className="filter-bar" label={label} search onSubmit={() => onSearch(typed.trim())}>
      <Box className="ask-line">
        <TextLine id="filter-q" className="filter-q" kind="search" value={typed} onChange={setTyped} placeholder={label} maxLength={100} label={label} />
        <Press submit className="filter-submit button-secondary">查找</Press>
      </Box>
      {children ? <Box className="filter-choices">{children}</Box> : null}
    </Form>
  );
}
