import { chartNumber, type ChartBlock } from '@govmedia-hub/contracts';
import type { ReactNode } from 'react';
import { axisTop } from './chart-axis.js';
import './chart-figure.css';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 28;

/** A chart drawn from its figures; the figures stand below as a table, so that nothing is told by shape or colour alone. */
export function ChartFigure({ block, cell = (_key, text) => text, text = (_key, own) => own }: { block: ChartBlock; cell?: (key: string, text: string) => ReactNode; text?: (key: 'title' | 'unit', own: string) => ReactNode }) {
  const [header = [], ...data] = block.rows;
  const series = header.slice(1);
  const values = data.map((row) => series.map((_, s) => chartNumber(row[s + 1] ?? '') ?? 0));
  const top = axisTop(Math.max(0, ...values.flat()));
  const low = -axisTop(Math.max(0, ...values.flat().map((value) => -value)));
  const bottom = values.flat().some((value) => value < 0) ? low : 0;
  const y = (value: number) => 8 + (HEIGHT - BOTTOM - 8) * (1 - (value - bottom) / (top - bottom));
  const slot = (WIDTH - LEFT) / Math.max(1, data.length);
  const every = Math.ceil(data.length / 12);
  return (
    <figure className="chart-figure">
      <figcaption><b>{text('title', block.title)}</b>{block.unit && <span className="quiet">　单位：{text('unit', block.unit)}</span>}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${block.title}，数据见下表`}>
        {[bottom, (top + bottom) / 2, top].map((mark) => <g key={mark}><line className="chart-grid" x1={LEFT} x2={WIDTH} y1={y(mark)} y2={y(mark)} /><text x={LEFT - 8} y={y(mark) + 4} textAnchor="end">{Number(mark.toPrecision(6))}</text></g>)}
        {block.form === 'bar' && values.map((row, at) => row.map((value, s) => <rect key={`${at} ${s}`} className={`chart-series-${s}`} x={LEFT + slot * at + slot * 0.15 + (slot * 0.7 * s) / series.length} width={(slot * 0.7) / series.length} y={Math.min(y(value), y(0))} height={Math.max(1, Math.abs(y(value) - y(0)))} />))}
        {block.form === 'line' && series.map((_, s) => <g key={s} className={`chart-line-${s}`}><polyline points={values.map((row, at) => `${LEFT + slot * (at + 0.5)},${y(row[s] ?? 0)}`).join(' ')} />{values.map((row, at) => <circle key={at} cx={LEFT + slot * (at + 0.5)} cy={y(row[s] ?? 0)} r={3.5} />)}</g>)}
        {data.map((row, at) => at % every === 0 && <text key={at} x={LEFT + slot * (at + 0.5)} y={HEIGHT - 8} textAnchor="middle">{(row[0] ?? '').slice(0, 8)}</text>)}
      </svg>
      {series.length > 1 && <p className="chart-keys" aria-hidden="true">{series.map((name, s) => <span key={s}><i className={`chart-key-${s}`} />{name}</span>)}</p>}
      <div className="revision-table"><table><tbody>{block.rows.map((row, r) => <tr key={r}>{row.map((own, c) => (r === 0 ? <th key={c} scope="col">{cell(`rows.${r}.${c}`, own)}</th> : <td key={c} className={c > 0 ? 'number' : ''}>{cell(`rows.${r}.${c}`, own)}</td>))}</tr>)}</tbody></table></div>
    </figure>
  );
}
