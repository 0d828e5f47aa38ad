import { Button, Input, Picker, Text, Textarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { createContext, useContext } from 'react';
import { go } from '../routes/navigate.js';
import type { BoxProps, ChoiceProps, FormProps, LabelProps, LinkProps, OptionProps, PressProps, TextInputProps, WordsProps } from './element-props.js';

const names = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);

/** The mini-program has no table: cells of one with joined cells stand in a grid. */
const gridPlace = ({ row, column, rows, columns }: NonNullable<BoxProps['reach']>): Record<string, string> => ({ gridRow: `${row + 1} / span ${rows}`, gridColumn: `${column + 1} / span ${columns}` });

export function Box({ as = 'div', className, id, style, role, label, hidden, reach, children }: BoxProps) {
  return (
    <View id={id} className={names(`is-${as}`, as === 'table' && 'is-drawn', className)} style={reach ? { ...style, ...gridPlace(reach) } : style} ariaLabel={label} ariaRole={role ?? (HEADINGS.has(as) ? 'heading' : undefined)} {...(hidden ? { 'aria-hidden': true } : {})}>
      {children}
    </View>
  );
}

export function Words({ as = 'span', className, id, selectable, children }: WordsProps) {
  return (
    <Text id={id} className={names(as !== 'span' && `is-${as}`, className)} userSelect={selectable}>
      {children}
    </Text>
  );
}

function open(to: string, replace: boolean): void {
  if (to.startsWith('tel:')) void Taro.makePhoneCall({ phoneNumber: to.slice(4) }).catch(() => undefined);
  else void go(to, { replace });
}

export function Link({ to, className, label, inline, replace = false, children }: LinkProps) {
  if (inline)
    return (
      <Text className={names('link is-inline', className)} onClick={() => open(to, replace)}>
        {children}
      </Text>
    );
  return (
    <View className={names('link', className)} ariaRole="link" ariaLabel={label} hoverClass="is-touched" onClick={() => open(to, replace)}>
      {children}
    </View>
  );
}

const Submit = createContext<(() => void) | null>(null);

export function Press({ className, label, onPress, submit, disabled, pressed, checked, children }: PressProps) {
  const send = useContext(Submit);
  const act = submit ? send : onPress;
  return (
    <Button className={names('press', (pressed || checked) && 'is-on', className)} disabled={disabled} ariaLabel={label} hoverClass="is-touched" onClick={() => !disabled && act?.()}>
      {children}
    </Button>
  );
}

export function Form({ className, onSubmit, children }: FormProps) {
  return (
    <Submit.Provider value={onSubmit}>
      <View className={names('form', className)}>{children}</View>
    </Submit.Provider>
  );
}

export function Label({ className, children }: LabelProps) {
  return <View className={names('label', className)}>{children}</View>;
}

export function TextLine({ id, className, value, onChange, placeholder, kind = 'text', maxLength = 200, label, invalid }: TextInputProps) {
  const send = useContext(Submit);
  return (
    <Input
      id={id}
      className={names('text-line', invalid && 'is-invalid', className)}
      value={value}
      type={kind === 'tel' ? 'number' : 'text'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass="placeholder"
      ariaLabel={label}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={() => kind === 'search' && send?.()}
    />
  );
}

export function Option({ id, className, chosen, onPick, children }: OptionProps) {
  return (
    <View id={id} className={names('option', chosen && 'is-chosen', className)} ariaRole="option" hoverClass="is-touched" onClick={onPick}>
      {children}
    </View>
  );
}

export function TextArea({ id, className, value, onChange, placeholder, maxLength = 2000, label, invalid }: TextInputProps) {
  return (
    <Textarea id={id} className={names('text-area', invalid && 'is-invalid', className)} value={value} maxlength={maxLength} placeholder={placeholder} placeholderClass="placeholder" autoHeight ariaLabel={label} onInput={(event) => onChange(event.detail.value)} />
  );
}

export function Choice({ id, className, value, options, onChange, label }: ChoiceProps) {
  const index = Math.max(0, options.findIndex((option) => option.value === value));
  return (
    <Picker mode="selector" range={options.map((option) => option.label)} value={index} onChange={(event) => onChange(options[Number(event.detail.value)]?.value ?? '')}>
      <View id={id} className={names('choice', className)} ariaRole="button" ariaLabel={label}>
        {options[index]?.label ?? ''}
      </View>
    </Picker>
  );
}
