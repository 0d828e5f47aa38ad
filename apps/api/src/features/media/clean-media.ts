/** A file without what its maker's device wrote into it, and what that was, in words. */
export interface CleanMedia { bytes: Buffer; width: number | null; height: number | null; removed: string[] }
