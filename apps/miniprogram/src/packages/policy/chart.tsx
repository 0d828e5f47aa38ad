import { chartNumber, type ChartBlock } from '@govmedia-hub/contracts';
import { Box, Words } from '../../elements/elements.js';
import { DataTable } from './data-table.js';

/** Bars for the eye, the figures as a table for everybody; a line over time reads as well from bars on a small screen. */
export function Chart({ block }: { block: ChartBlock }) {
  const [header = [], ...data] = block.rows;
  const numbers = data.map((row) => row.slice(1).map((cell) => chartNumber(cell) ?? 0));
  const most = Math.max(0, ...numbers.flat().map(Math.abs));
  return (
    <Box as="section" className="chart" label={`图表：${block.title}`}>
      <Box as="h3" className="chart-title">{block.title}</Box>
      {block.unit ? <Box as="p" className="chart-unit">单位：{block.unit}</Box> : null}
      {header.length > 2 ? <Box className="chart-keys" hidden>{header.slice(1).map((name, series) => <Words key={series} className={`chart-key series-${series}`}>{name}</Words>)}</Box> : null}
      <Box className="chart-bars" hidden>
        {data.map((row, at) => (
          <Box key={at} className="chart-row">
            <Words className="chart-name">{row[0]}</Words>
            <Box className="chart-track">
              {numbers[at]!.map((value, series) => <Box key={series} className={`chart-bar series-${series} ${value < 0 ? 'is-negative' : ''}`} style={{ width: `${most ? Math.max(1, Math.round((Math.abs(value) / most) * 100)) : 1}%` }} />)}
            </Box>
          </Box>
        ))}
      </Box>
      <DataTable rows={block.rows} numbers />
    </Box>
  );
}
