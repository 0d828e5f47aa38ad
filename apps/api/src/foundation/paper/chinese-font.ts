import { existsSync } from 'node:fs';

/** A font file, and the face in it where the file is a collection. */
export interface FontFace { path: string; face?: string }

/** Where systems keep a Chinese serif or sans; the first that is there is used. */
const USUAL: readonly FontFace[] = [
  ...['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/noto', '/usr/share/fonts/google-noto-serif-cjk-fonts', '/usr/share/fonts/google-noto-cjk'].map((folder) => ({ path: `${folder}/NotoSerifCJK-Regular.ttc`, face: 'NotoSerifCJKsc-Regular' })),
  ...['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/noto', '/usr/share/fonts/google-noto-sans-cjk-fonts', '/usr/share/fonts/google-noto-cjk'].map((folder) => ({ path: `${folder}/NotoSansCJK-Regular.ttc`, face: 'NotoSansCJKsc-Regular' })),
  { path: '/System/Library/Fonts/Supplemental/Songti.ttc', face: 'STSongti-SC-Regular' },
  { path: 'C:\\Windows\\Fonts\\simsun.ttc', face: 'SimSun' },
];

/** @param setting '/path/font.otf' or '/path/collection.ttc#Face'; null looks in the usual places @returns null where there is none */
export function chineseFont(setting: string | null): FontFace | null {
  if (setting === null) return USUAL.find(({ path }) => existsSync(path)) ?? null;
  const [path, face] = setting.split('#') as [string, string | undefined];
  return existsSync(path) ? { path, ...(face ? { face } : {}) } : null;
}
