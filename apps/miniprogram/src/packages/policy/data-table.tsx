import { Box } from '../../elements/elements.js';

/** The first row is the header; figures stand to the right. */
export function DataTable({ rows, numbers = false }: { rows: readonly (readonly string[])[]; numbers?: boolean }) {
  return (
    <Box className="block-table-frame">
      <Box as="table" className="block-table">
        <Box as="tbody">
          {rows.map((row, at) => (
            <Box as="tr" key={at} className="block-row">{row.map((cell, column) => <Box as={at === 0 ? 'th' : 'td'} key={column} className={`block-cell ${numbers && column > 0 ? 'is-number' : ''}`}>{cell}</Box>)}</Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
