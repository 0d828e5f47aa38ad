import { useContext, useEffect, useRef, useState } from 'react';
import { FieldBlockContext } from './field-block-context.js';
import { MarkedTextarea } from './marked-textarea.js';

/** A text box inside a block. What is typed shows at once; the text of the page follows, and the caret stays where it is. */
export function BlockField({ blockKey, field, label, value, onChange, placeholder, maxLength, single = false, hideLabel = false }: {
  blockKey: string; field: string; label: string; value: string; onChange: (value: string) => void; placeholder?: string; maxLength?: number; single?: boolean; hideLabel?: boolean;
}) {
  const { marksOf, readOnly } = useContext(FieldBlockContext);
  const [shown, setShown] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) { sent.current = value; setShown(value); }
  }, [value]);
  const id = `${blockKey}.${field}`;
  return (
    <div className="block-field">
      {!hideLabel && <label className="block-label" htmlFor={id}>{label}</label>}
      <MarkedTextarea
        id={id} label={label} single={single} value={shown} readOnly={readOnly} marks={marksOf(blockKey, field, shown)} {...(placeholder === undefined ? {} : { placeholder })} {...(maxLength === undefined ? {} : { maxLength })}
        onChange={(next) => { sent.current = next; setShown(next); onChange(next); }}
      />
    </div>
  );
}
