import type { ReactNode } from 'react';
import { Box, Label } from '../elements/elements.js';

/** Label above, help before the field, the error beside it. */
export function Field({ label, hint, error, id, optional = false, children }: { label: string; hint?: string; error?: string | null; id: string; optional?: boolean; children: ReactNode }) {
  return (
    <Box className={`field ${error ? 'has-error' : ''}`}>
      <Label of={id} className="field-label">
        {label}
        {optional ? '（可不填）' : ''}
      </Label>
      {hint ? <Box as="p" className="field-hint" id={`${id}-hint`}>{hint}</Box> : null}
      {error ? <Box as="p" className="field-error" id={`${id}-error`}>{error}</Box> : null}
      {children}
    </Box>
  );
}
