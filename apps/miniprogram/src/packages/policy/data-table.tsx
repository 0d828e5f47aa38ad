import { drawnRows, type TableBlock } from '@govmedia-hub/contracts';
import { Box } from '../../elements/elements.js';
import { MarkedWords } from './marked-words.js';

/** The first row is the header; figures stand to the right. */
export function DataTable({ numbers = false, ...table }: Pick<TableBlock, 'rows' | 'marks' | 'merged'> & { numbers?: boolean }) {
  const joined = (table.merged?.length ?? 0) > 0;
  return (
    <Box className="block-table-frame">
      <Box as="table" className={`block-table ${joined ? 'is-joined' : ''}`}>
        <Box as="tbody">
          {drawnRows(table).map((row, at) => (
            <Box as="tr" key={at} className="block-row">
              {row.map((cell) => <Box as={at === 0 ? 'th' : 'td'} key={cell.column} className={`block-cell ${numbers && cell.column > 0 ? 'is-number' : ''}`} {...(joined ? { reach: cell } : {})}><MarkedWords text={cell.text} marks={cell.marks} /></Box>)}
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
