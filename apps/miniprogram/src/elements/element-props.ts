import type { ReactNode } from 'react';

/** The few elements that pages are built of, drawn as HTML in H5 and as WeChat components in the mini-program. */

export type BlockTag = 'div' | 'section' | 'article' | 'aside' | 'nav' | 'main' | 'header' | 'footer' | 'ul' | 'ol' | 'li' | 'dl' | 'dt' | 'dd' | 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'blockquote' | 'table' | 'tbody' | 'tr' | 'td' | 'th' | 'fieldset' | 'legend';
export type InlineTag = 'span' | 'strong' | 'mark' | 'del';
export type Role = 'status' | 'alert' | 'group' | 'search' | 'radiogroup' | 'region' | 'listbox';

export interface BoxProps {
  as?: BlockTag;
  className?: string;
  id?: string;
  style?: Record<string, string>;
  role?: Role;
  label?: string;
  /** Ornament that screen readers skip. */
  hidden?: boolean;
  /** How far a cell reaches, and where it stands: counted from 0, for places that know no table. */
  reach?: { row: number; column: number; rows: number; columns: number };
  children?: ReactNode;
}

export interface WordsProps {
  as?: InlineTag;
  className?: string;
  id?: string;
  hidden?: boolean;
  /** Lets the reader select and copy in the mini-program, as a browser always does. */
  selectable?: boolean;
  children?: ReactNode;
}

export interface LinkProps {
  /** Link of the app, or 'tel:'. */
  to: string;
  className?: string;
  label?: string;
  /** Stands inside a line of text. */
  inline?: boolean;
  replace?: boolean;
  current?: boolean;
  children?: ReactNode;
}

export interface PressProps {
  className?: string;
  label?: string;
  onPress?: () => void;
  /** Sends the form it stands in. */
  submit?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  /** One of several choices in a radiogroup. */
  checked?: boolean;
  children?: ReactNode;
}

export interface FormProps {
  className?: string;
  label?: string;
  search?: boolean;
  onSubmit: () => void;
  children?: ReactNode;
}

export interface TextInputProps {
  id: string;
  className?: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  kind?: 'text' | 'search' | 'tel';
  maxLength?: number;
  label?: string;
  describedBy?: string;
  invalid?: boolean;
  combobox?: Combobox;
}

/** A list of options that belongs to a line; keys and leaving are the browser's only. */
export interface Combobox {
  /** Id of the list. */
  list: string;
  expanded: boolean;
  /** Id of the option that the keys stand on. */
  chosen?: string;
  /** True when the key has been dealt with. */
  onKey: (key: string) => boolean;
  onLeave: () => void;
}

export interface OptionProps {
  id: string;
  className?: string;
  chosen: boolean;
  onPick: () => void;
  children?: ReactNode;
}

export interface ChoiceProps {
  id: string;
  className?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  label?: string;
}

export interface LabelProps {
  /** Id of the field it names. */
  of: string;
  className?: string;
  children?: ReactNode;
}
