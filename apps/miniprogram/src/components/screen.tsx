import Taro, { useShareAppMessage } from '@tarojs/taro';
import { useEffect, type ReactNode } from 'react';
import { Box } from '../elements/elements.js';
import { sharePath } from '../routes/navigate.js';
import { useReadingSettings } from '../settings/reading-settings.js';
import { SITE_NAME } from '../site.js';
import { shareTitle } from '../words/share-title.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';
import { useArrival } from './arrival.js';

export interface ScreenProps {
  /** Name of the page: the title in the browser and in WeChat's bar. */
  title: string;
  className: string;
  /** Share card of the mini-program: the link and, after the title, the source and its civil day. */
  share?: { link: string; source?: string | null; on?: string | null };
  home?: boolean;
  children?: ReactNode;
}

/** The frame of every page: title, text size, header and footer, share card. */
export function Screen({ title, className, share, home = false, children }: ScreenProps) {
  const { scale, elder } = useReadingSettings();
  useArrival(home ? SITE_NAME : `${title} - ${SITE_NAME}`);
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') void Taro.setNavigationBarTitle({ title: home ? SITE_NAME : title });
  }, [title, home]);
  useShareAppMessage(() => ({ title: shareTitle(title, share?.source, share?.on), path: sharePath(share?.link ?? '/') }));
  return (
    <Box className={`screen on-${process.env.TARO_ENV} ${elder ? 'is-elder' : ''} ${home ? 'is-home' : ''}`} style={{ '--scale': String(scale) }}>
      <SiteHeader home={home} />
      <Box as="main" className={`page ${className}`}>
        {children}
      </Box>
      <SiteFooter />
    </Box>
  );
}
