import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { PlacedFinding } from './use-block-findings.js';
import { placedBlocks, placeOfPiece } from './text-places.js';

const key = new PluginKey<DecorationSet>('findingMarks');

export interface MarkedFinding { finding: PlacedFinding; active: boolean }

/** Draws findings into the running text and a sign beside each block that has any; typing moves them along until the next screening. */
export const FindingMarks = Extension.create({
  name: 'findingMarks',
  addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const marked = transaction.getMeta(key) as MarkedFinding[] | undefined;
        if (!marked) return before.map(transaction.mapping, transaction.doc);
        const decorations: Decoration[] = [];
        for (const placed of placedBlocks(transaction.doc)) {
          const own = marked.filter(({ finding }) => finding.part === placed.key);
          if (own.length === 0) continue;
          const tone = own.some(({ finding }) => finding.severity === 'block') ? 'block' : own.some(({ finding }) => finding.severity === 'warn') ? 'warn' : 'note';
          decorations.push(Decoration.node(placed.pos, placed.pos + placed.node.nodeSize, { class: `has-findings has-findings-${tone}`, 'data-findings': String(own.length) }));
          for (const { finding, active } of own) {
            const from = placeOfPiece(placed, finding.piece.split('.').slice(1).join('.'));
            if (from !== null) decorations.push(Decoration.inline(from + finding.start, from + finding.end, { nodeName: 'mark', class: `mark mark-${finding.severity}${active ? ' mark-active' : ''}` }));
          }
        }
        return DecorationSet.create(transaction.doc, decorations);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })],
});

export const findingMarksKey = key;
