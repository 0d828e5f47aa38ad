import Taro from '@tarojs/taro';
import { readLink, toAddress, toMiniProgramUrl } from './paths.js';

const url = (link: string): string | null => {
  const place = readLink(link);
  if (!place) return null;
  return process.env.TARO_ENV === 'h5' ? toAddress(place) : toMiniProgramUrl(place);
};

/** WeChat keeps at most ten pages open; from there on the last one is replaced. */
const MAX_OPEN_PAGES = 10;

/** Opens a page of the app; a link that leads nowhere opens the page that says so. */
export async function go(link: string, how: { replace?: boolean } = {}): Promise<void> {
  const target = url(link) ?? url('/missing')!;
  const full = process.env.TARO_ENV !== 'h5' && Taro.getCurrentPages().length >= MAX_OPEN_PAGES;
  if (how.replace || full) await Taro.redirectTo({ url: target });
  else await Taro.navigateTo({ url: target });
}

/** One page back, or to the front page where this one was opened directly. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.reLaunch({ url: url('/')! });
}

/** Path for a share card. */
export const sharePath = (link: string): string => url(link) ?? url('/')!;
