import Taro from '@tarojs/taro';

/** Brings the element with this id to the top of the page, below the sticky bar. Offset in px. */
export function scrollToId(id: string, offset: number): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -offset, duration: 150 } as Taro.pageScrollTo.Option).catch(() => undefined);
}
