import { CHART_FORMS, type ContentBlock } from '@govmedia-hub/contracts';

export const FIELD_TYPES = ['qa', 'picture', 'chart', 'audio', 'video', 'citation', 'attachment', 'reprint'] as const;
export type FieldBlockType = (typeof FIELD_TYPES)[number];
export type FieldBlockOf = Extract<ContentBlock, { type: FieldBlockType }>;

export const isFieldBlock = (block: ContentBlock): block is FieldBlockOf => (FIELD_TYPES as readonly string[]).includes(block.type);

let keys = 0;
/** Names a block inside one editor, wherever it is moved. */
export const newKey = (): string => `f${Date.now().toString(36)}${(keys += 1)}`;

export function emptyFieldBlock(type: FieldBlockType): FieldBlockOf {
  switch (type) {
    case 'qa': return { type, question: '', alternatives: [], answer: '', documentId: null, anchor: null };
    case 'picture': return { type, mediaId: '', alt: '', caption: '' };
    case 'chart': return { type, form: 'bar', title: '', unit: '', rows: [['项目', '数量'], ['', ''], ['', '']] };
    case 'audio':
    case 'video': return { type, title: '', mediaId: null, href: null, transcript: '' };
    case 'citation': return { type, documentId: '', anchor: null, note: '' };
    case 'attachment': return { type, attachmentId: '' };
    case 'reprint': return { type, name: '', url: '', originalOn: '' };
  }
}

const strings = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Reads a block from the clipboard; whatever does not look like one is none. Only fields that it may have are taken. */
export function readFieldBlock(json: string | null): FieldBlockOf | null {
  try {
    const given = JSON.parse(json ?? '') as Record<string, unknown>;
    if (!(FIELD_TYPES as readonly unknown[]).includes(given['type'])) return null;
    const block = emptyFieldBlock(given['type'] as FieldBlockType) as unknown as Record<string, unknown>;
    for (const key of Object.keys(block)) {
      const value = given[key];
      if (key === 'type' || value === undefined) continue;
      if (key === 'rows' ? Array.isArray(value) && value.every(strings) : key === 'alternatives' ? strings(value) : key === 'form' ? CHART_FORMS.includes(value as 'bar') : typeof value === 'string' || (value === null && block[key] === null)) block[key] = value;
    }
    return block as unknown as FieldBlockOf;
  } catch {
    return null;
  }
}

/** The same block with another text in one of its fields, for example 'answer' or 'rows.1.2'. */
export function withField<T extends object>(value: T, key: string, text: string): T {
  const [head = '', ...rest] = key.split('.');
  if (Array.isArray(value)) return value.map((item: unknown, i) => (String(i) === head ? (rest.length > 0 ? withField(item as object, rest.join('.'), text) : text) : item)) as unknown as T;
  const own = (value as Record<string, unknown>)[head];
  return { ...value, [head]: rest.length > 0 && own !== null && typeof own === 'object' ? withField(own, rest.join('.'), text) : text };
}
