import { useEffect, useState, type ReactNode } from 'react';
import { Box, Form, Press, TextLine } from '../elements/elements.js';
import { go } from '../routes/navigate.js';
import { SuggestingLine } from './suggesting-line.js';

/** Search words and, below, the choices that narrow a list. */
export function FilterBar({ label, q, onSearch, suggesting = false, children }: { label: string; q: string; onSearch: (q: string) => void; /** Offers pages to open while one types. */ suggesting?: boolean; children?: ReactNode }) {
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const line = { id: 'filter-q', className: 'filter-q', kind: 'search', value: typed, onChange: setTyped, placeholder: label, maxLength: 100, label } as const;
  return (
    <Form className="filter-bar" label={label} search onSubmit={() => onSearch(typed.trim())}>
      <Box className="ask-line">
        {suggesting ? <SuggestingLine {...line} settled={q} onPick={({ link }) => void go(link)} /> : <TextLine {...line} />}
        <Press submit className="filter-submit button-secondary">查找</Press>
      </Box>
      {children ? <Box className="filter-choices">{children}</Box> : null}
    </Form>
  );
}
