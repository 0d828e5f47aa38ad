import { Mark, mergeAttributes, Node, type AnyExtension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { isFieldBlock, newKey, readFieldBlock } from './field-blocks.js';
import { isLinkable } from './links.js';

/** A link that may stand in a text; any other address is pasted as words. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (isLinkable(element.getAttribute('href') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer nofollow', title: String(HTMLAttributes['href'] ?? '') }), 0],
});

/** A block that is filled in field by field: question, picture, chart, recording, citation, attachment. */
export const FieldBlock = Node.create({
  name: 'fieldBlock',
  group: 'block',
  atom: true,
  draggable: true,
  isolating: true,
  addAttributes: () => ({ block: { default: null, rendered: false }, key: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'div[data-field-block]', getAttrs: (element) => { const block = readFieldBlock(element.getAttribute('data-field-block')); return block ? { block, key: element.getAttribute('data-key') || newKey() } : false; } }],
  renderHTML: ({ node }) => ['div', { 'data-field-block': JSON.stringify(node.attrs['block']) }],
});

const captioned = { caption: { default: '', rendered: false } };

/** What a text may be made of; nothing else survives typing, pasting or dropping. */
export const textSchema: AnyExtension[] = [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [2] }).extend({ content: 'text*', marks: '' }),
  HardBreak,
  Bold,
  Link,
  BulletList,
  OrderedList,
  ListItem.extend({ content: 'paragraph (bulletList | orderedList)*' }),
  Table.configure({ resizable: false }).extend({ addAttributes() { return { ...this.parent?.(), ...captioned }; } }),
  TableRow,
  TableHeader.extend({ content: 'paragraph' }),
  TableCell.extend({ content: 'paragraph' }),
];

export { isFieldBlock };
