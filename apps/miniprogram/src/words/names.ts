/** A title in its marks; marks inside become 〈〉 (GB/T 15834). */
export const titled = (title: string): string => `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`;

/** How a part of a document is named when it is cited: 一、 → 第一部分, （二） → 第（二）项, 第五条 stays. */
export function partName(label: string): string {
  const part = /^([一二三四五六七八九十百]+)、$/.exec(label);
  if (part) return `第${part[1]}部分`;
  return /^（[一二三四五六七八九十百]+）$/.test(label) ? `第${label}项` : label;
}
