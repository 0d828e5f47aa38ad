import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link that looks like a button: one stop for the keyboard, and it opens in a new tab like any link. */
export function LinkButton({ to, ...look }: { to: string } & Pick<ButtonProps, 'type' | 'size' | 'children'>) {
  const href = useHref(to);
  const go = useLinkClickHandler(to);
  return <Button href={href} onClick={(event) => go(event as React.MouseEvent<HTMLAnchorElement>)} {...look} />;
}
