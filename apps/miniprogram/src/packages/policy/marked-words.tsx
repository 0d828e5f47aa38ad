import { runsOf, type InlineMark } from '@govmedia-hub/contracts';
import { Words } from '../../elements/elements.js';
import { OutsideLink } from '../../components/outside-link.js';

/** Text with its emphasis and links. */
export function MarkedWords({ text, marks }: { text: string; marks?: readonly InlineMark[] }) {
  if (!marks?.length) return <>{text}</>;
  return (
    <>
      {runsOf(text, marks).map((run, at) => {
        const words = run.bold ? <Words as="strong" key={at}>{run.text}</Words> : run.href === null ? <Words key={at}>{run.text}</Words> : run.text;
        return run.href === null ? words : <OutsideLink key={at} href={run.href}>{words}</OutsideLink>;
      })}
    </>
  );
}
