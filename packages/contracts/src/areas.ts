/** How wide an area is; a document of a town holds in no other. */
export const AREA_LEVELS = ['national', 'province', 'city', 'county', 'township'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];
export const AREA_LEVEL_WORDS: Record<AreaLevel, string> = { national: '全国', province: '省级', city: '市级', county: '县级', township: '乡镇' };

/** An area that a document holds for. */
export interface AreaView {
  /** As in the register of areas; 000000 is the whole country. */
  code: string;
  name: string;
  level: AreaLevel;
  /** With what it lies in: 南岭省白湖市云溪市. */
  path: string;
}

/** Either of the two narrows a search or a list. */
export interface AreaQuery {
  /** Code of the area for which the documents were made. */
  area?: string;
  /** Code of an area in which they must hold: its own documents and those of everything it lies in. */
  heldIn?: string;
}

export interface AreaChoicesView {
  /** The area that this hub serves, from the unit that supervises it; null before that is entered. */
  home: AreaView | null;
  /** Areas of which there are documents, and what home lies in; from wide to narrow. */
  areas: AreaView[];
}
