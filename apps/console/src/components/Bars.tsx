/** Plain bars of parts with their counts in words; no mark without a number. */
export function Bars({ rows, label }: { label: string; rows: readonly { key: string; name: React.ReactNode; note: string; parts: readonly { tone: 'good' | 'seal' | 'amber'; count: number; word: string }[] }[] }) {
  const widest = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part.count, 0)));
  return (
    <ul className="bars" aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <span className="bars-name">{row.name}</span>
          <span className="bars-track" aria-hidden="true">
            {row.parts.filter((part) => part.count > 0).map((part) => <span key={part.word} className={`bars-part bars-${part.tone}`} style={{ width: `${(part.count / widest) * 100}%` }}>{part.count}</span>)}
          </span>
          <span className="bars-note">{row.parts.filter((part) => part.count > 0).map((part) => `${part.word} ${part.count}`).join('，')}{row.note ? ` · ${row.note}` : ''}</span>
        </li>
      ))}
    </ul>
  );
}
