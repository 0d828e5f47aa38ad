import Taro from '@tarojs/taro';

/** Brings the element with this id to the top of the page, below the sticky bar. Offset in px. */
export function scrollToId(id: string, offset: number): void {
  // A convenience only: where the platform cannot scroll, the page must not fail for it.
  if (typeof Taro.pageScrollTo === 'function') void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -offset, duration: 150 }).catch(() => undefined);
}
