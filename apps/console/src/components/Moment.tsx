import { civilDateAt, formatInstant, formatInstantBriefly } from './dates/civil-date.js';

/** An instant in a list: without the year of today, the whole on hover. */
export function Moment({ at }: { at: string | null }) {
  return at ? <time className="nowrap" dateTime={at} title={formatInstant(at)}>{formatInstantBriefly(at, civilDateAt(Date.now()))}</time> : <span className="quiet">—</span>;
}

/** Text of one line in a table; the whole on hover. */
export function OneLine({ children }: { children: string }) {
  return <span className="one-line" title={children}>{children}</span>;
}
