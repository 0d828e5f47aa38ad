import { createElement, useRef, type MouseEvent } from 'react';
import { go } from '../routes/navigate.js';
import { readLink, toAddress } from '../routes/paths.js';
import type { BoxProps, ChoiceProps, FormProps, LabelProps, LinkProps, OptionProps, PressProps, TextInputProps, WordsProps } from './element-props.js';

const names = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');

export function Box({ as = 'div', className, id, style, role, label, hidden, reach, children }: BoxProps) {
  return createElement(as, { ...(reach && { rowSpan: reach.rows, colSpan: reach.columns }), id, className: names(`is-${as}`, className), style, role, 'aria-label': label, 'aria-hidden': hidden, ...(as === 'main' ? { tabIndex: -1 } : {}) }, children);
}

export function Words({ as = 'span', className, id, hidden, children }: WordsProps) {
  return createElement(as, { id, className: names(as !== 'span' && `is-${as}`, className) || undefined, 'aria-hidden': hidden }, children);
}

const plainClick = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function Link({ to, className, label, inline, replace, current, children }: LinkProps) {
  const place = to.startsWith('tel:') ? null : readLink(to);
  return (
    <a
      href={place ? toAddress(place) : to}
      className={names('link', inline && 'is-inline', className)}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (!place || !plainClick(event)) return;
        event.preventDefault();
        void go(to, { replace });
      }}
    >
      {children}
    </a>
  );
}

export function Press({ className, label, onPress, submit, disabled, pressed, expanded, checked, children }: PressProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={names('press', (pressed || checked) && 'is-on', className)}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      {...(checked === undefined ? {} : { role: 'radio', 'aria-checked': checked })}
      disabled={disabled}
      onClick={submit ? undefined : onPress}
    >
      {children}
    </button>
  );
}

export function Form({ className, label, search, onSubmit, children }: FormProps) {
  return (
    <form
      className={names('form', className)}
      aria-label={label}
      role={search ? 'search' : undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

export function Label({ of, className, children }: LabelProps) {
  return (
    <label htmlFor={of} className={names('label', className)}>
      {children}
    </label>
  );
}

export function TextLine({ id, className, value, onChange, placeholder, kind = 'text', maxLength, label, describedBy, invalid, combobox }: TextInputProps) {
  return (
    <input
      id={id}
      name={id}
      className={names('text-line', invalid && 'is-invalid', className)}
      value={value}
      type={kind === 'search' ? 'text' : kind}
      inputMode={kind === 'tel' ? 'tel' : undefined}
      enterKeyHint={kind === 'search' ? 'search' : undefined}
      autoComplete={kind === 'tel' ? 'tel' : 'off'}
      maxLength={maxLength}
      placeholder={placeholder}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
      {...(combobox && {
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': combobox.expanded,
        'aria-controls': combobox.expanded ? combobox.list : undefined,
        'aria-activedescendant': combobox.chosen,
        onBlur: combobox.onLeave,
        onKeyDown: (event) => {
          // While an input method composes, its keys are its own.
          if (!event.nativeEvent.isComposing && combobox.onKey(event.key)) event.preventDefault();
        },
      })}
    />
  );
}

/** Pressing it leaves the focus in the line that it belongs to. */
export function Option({ id, className, chosen, onPick, children }: OptionProps) {
  return (
    <li id={id} role="option" aria-selected={chosen} className={names('option', chosen && 'is-chosen', className)} onMouseDown={(event) => event.preventDefault()} onClick={onPick}>
      {children}
    </li>
  );
}

export function TextArea({ id, className, value, onChange, placeholder, maxLength, label, describedBy, invalid }: TextInputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const grow = (): void => {
    const node = area.current;
    if (!node) return;
    node.style.height = 'auto';
    node.style.height = `${node.scrollHeight + 2}px`;
  };
  return (
    <textarea
      ref={area}
      id={id}
      name={id}
      className={names('text-area', invalid && 'is-invalid', className)}
      value={value}
      rows={4}
      maxLength={maxLength}
      placeholder={placeholder}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => {
        onChange(event.target.value);
        grow();
      }}
    />
  );
}

export function Choice({ id, className, value, options, onChange, label }: ChoiceProps) {
  return (
    <select id={id} name={id} className={names('choice', className)} value={value} aria-label={label} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
