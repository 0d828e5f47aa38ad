import type { SectionView } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { Box, Press } from '../../elements/elements.js';
import { contentsOf, sectionTitle, topDepth } from './sections.js';

/** Fewer sections than this are seen at a glance and need no contents. */
const WORTH_CONTENTS = 4;

/** Contents that stay at the top of the page and open over the text. */
export function Contents({ sections, onChoose }: { sections: readonly SectionView[]; onChoose: (anchor: string) => void }) {
  const [open, setOpen] = useState(false);
  const entries = contentsOf(sections);
  if (entries.length < WORTH_CONTENTS) return null;
  return (
    <Box as="nav" className={`toc ${open ? 'is-open' : ''}`} label="目录">
      <Press className="toc-toggle" expanded={open} onPress={() => setOpen(!open)}>
        目录 · {entries.length} 项{open ? '　收起' : ''}
      </Press>
      {open ? (
        <Box as="ul" className="toc-list">
          {entries.map((section) => (
            <Box as="li" key={section.anchor} className={`toc-item toc-level-${section.depth - topDepth(entries)}`}>
              <Press
                className="toc-link"
                onPress={() => {
                  setOpen(false);
                  onChoose(section.anchor);
                }}
              >
                {sectionTitle(section)}
              </Press>
            </Box>
          ))}
        </Box>
      ) : null}
    </Box>
  );
}
