import { SEVERITY_WORDS } from '@govmedia-hub/contracts';
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { EditedContent } from './edited-content.js';
import { withField, type FieldBlockOf } from './field-blocks.js';
import { placedBlocks, placeOfPiece } from './text-places.js';
import type { PlacedFinding } from './use-block-findings.js';

const fieldIn = (finding: PlacedFinding): string => finding.piece.split('.').slice(1).join('.');

/** Where a finding stands in the running text; null when it stands in a field. */
function spanOf(editor: Editor, finding: PlacedFinding): { from: number; to: number } | null {
  const placed = placedBlocks(editor.state.doc).find(({ key }) => key === finding.part);
  const from = placed ? placeOfPiece(placed, fieldIn(finding)) : null;
  return from === null ? null : { from: from + finding.start, to: from + finding.end };
}

/** What can be done with a finding: go there, take its suggestion, call it a false alarm. */
export function useFindingActs({ findings, editor, edited, change, dismiss }: { findings: readonly PlacedFinding[]; editor: Editor; edited: EditedContent; change: (changes: Partial<EditedContent>) => void; dismiss: (finding: PlacedFinding) => void }) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const active = findings.find((finding) => finding.id === activeId) ?? null;

  const pick = (finding: PlacedFinding): void => {
    setActiveId(finding.id);
    setSpoken(`第 ${findings.indexOf(finding) + 1} 处，共 ${findings.length} 处。${SEVERITY_WORDS[finding.severity]}：${finding.text}。${finding.message}${finding.suggestion === null ? '' : `建议改为 ${finding.suggestion}，按 F9 采用。`}`);
    const span = spanOf(editor, finding);
    if (span) {
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, span.from, span.to)).scrollIntoView());
      editor.view.focus();
      return;
    }
    const field = document.getElementById(finding.piece) as HTMLTextAreaElement | null;
    if (!field) return;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    if (typeof field.setSelectionRange === 'function') field.setSelectionRange(finding.start, finding.end);
  };

  /** Replaces exactly the words that were found; caret and focus stay where they are. */
  const apply = (finding: PlacedFinding): void => {
    const { suggestion } = finding;
    if (suggestion === null) { setSpoken('这一处没有可以直接采用的建议，请自行修改。'); return; }
    const put = (text: string): string => (text.slice(finding.start, finding.end) === finding.text ? text.slice(0, finding.start) + suggestion + text.slice(finding.end) : text);
    const span = spanOf(editor, finding);
    if (span) {
      if (editor.state.doc.textBetween(span.from, span.to, '\n', '\n') !== finding.text) return;
      editor.view.dispatch(suggestion === '' ? editor.state.tr.delete(span.from, span.to) : editor.state.tr.insertText(suggestion, span.from, span.to));
    } else if (finding.piece === 'title') change({ title: put(edited.title) });
    else if (finding.part === 'guide' && edited.guide) {
      const key = finding.piece.slice('guide.'.length);
      const text = key.split('.').reduce<unknown>((own, part) => (own as Record<string, unknown> | undefined)?.[part], edited.guide);
      if (typeof text === 'string') change({ guide: withField(edited.guide, key, put(text)) });
    } else {
      editor.state.doc.forEach((node, pos) => {
        if (node.type.name !== 'fieldBlock' || node.attrs['key'] !== finding.part) return;
        const block = node.attrs['block'] as FieldBlockOf;
        const text = fieldIn(finding).split('.').reduce<unknown>((own, part) => (own as Record<string, unknown> | undefined)?.[part], block);
        if (typeof text === 'string') editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, block: withField(block, fieldIn(finding), put(text)) }));
      });
    }
    setSpoken(`已改为 ${suggestion}。`);
    const next = findings[findings.indexOf(finding) + 1];
    setActiveId(next?.id ?? null);
  };

  const next = (step: 1 | -1): void => {
    if (findings.length === 0) { setSpoken('没有待处理的问题。'); return; }
    const at = active ? findings.indexOf(active) : step === 1 ? -1 : findings.length;
    pick(findings[(at + step + findings.length) % findings.length]!);
  };
  const current = (): PlacedFinding | null => active ?? (findings.length === 1 ? findings[0]! : null);
  return {
    active, spoken, pick, apply, dismiss, next,
    applyActive: () => { const finding = current() ?? findings.find(({ suggestion }) => suggestion !== null); if (finding) apply(finding); },
    dismissActive: () => { const finding = current() ?? findings.find(({ severity }) => severity !== 'block'); if (finding) dismiss(finding); },
  };
}
