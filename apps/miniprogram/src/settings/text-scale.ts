/** standard 17 px body, large a step more, elder as the elder-friendly norm asks (x1.3 with 60 px targets). */
export const TEXT_SIZES = ['standard', 'large', 'elder'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export const TEXT_SIZE_WORDS: Record<TextSize, string> = { standard: '标准', large: '较大', elder: '大字版' };

const OWN_SCALE: Record<TextSize, number> = { standard: 1, large: 1.15, elder: 1.3 };
/** WeChat's base size in px; its 关怀模式 reads 23.8. */
const WECHAT_BASE_PX = 17;
const LARGEST = 1.6;

/** Scale from WeChat's own settings; 1 where it says nothing. Smaller text than standard is not followed. */
export function wechatScale(info: { fontSizeScaleFactor?: number; fontSizeSetting?: number }): number {
  const stated = info.fontSizeScaleFactor ?? (info.fontSizeSetting ? info.fontSizeSetting / WECHAT_BASE_PX : 1);
  return Number.isFinite(stated) ? Math.min(LARGEST, Math.max(1, stated)) : 1;
}

/** The larger of what the person chose here and in WeChat, to two decimals. */
export function textScale(size: TextSize, systemScale: number): number {
  return Math.round(Math.max(OWN_SCALE[size], systemScale) * 100) / 100;
}

/** From here on targets are 60 px and rows stand alone. */
export const isElder = (scale: number): boolean => scale >= OWN_SCALE.elder;
