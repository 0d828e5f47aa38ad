/** Where a picture or recording is fetched; cloud functions carry no files, so there its words alone are shown. */
export const mediaAddress = (path: string): string | null => (process.env.TARO_APP_CLOUD_ENV ? null : `${process.env.TARO_APP_API_BASE}${path}`);
