import type { ReactNode } from 'react';

/** Leads out of the app; a telephone number is dialled. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return <a className="link is-inline" href={href} rel="noopener noreferrer nofollow" target={href.startsWith('tel:') ? undefined : '_blank'}>{children}</a>;
}
