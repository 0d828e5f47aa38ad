import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { isElder, textScale, wechatScale, TEXT_SIZES, type TextSize } from './text-scale.js';

const KEY = 'text-size';
const listeners = new Set<() => void>();

function stored(): TextSize {
  try {
    const value = Taro.getStorageSync<string>(KEY) as TextSize;
    return TEXT_SIZES.includes(value) ? value : 'standard';
  } catch {
    return 'standard'; // a browser may forbid storage
  }
}

function systemScale(): number {
  if (process.env.TARO_ENV === 'h5') return 1; // sizes are rem there and follow the browser by themselves
  try {
    return wechatScale(Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number });
  } catch {
    return 1;
  }
}

let size: TextSize | null = null;
let system: number | null = null;

/** Keeps the choice on this device only. */
export function chooseTextSize(next: TextSize): void {
  size = next;
  try {
    Taro.setStorageSync(KEY, next);
  } catch {
    // without storage the choice holds until the app is closed
  }
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const current = (): TextSize => (size ??= stored());

export interface ReadingSettings {
  size: TextSize;
  scale: number;
  elder: boolean;
}

/** The text size in use, on every open page at once. */
export function useReadingSettings(): ReadingSettings {
  const chosen = useSyncExternalStore(subscribe, current, current);
  const scale = textScale(chosen, (system ??= systemScale()));
  return { size: chosen, scale, elder: isElder(scale) };
}
