/** What this installation is called; fixed when the app is built. */
export const SITE_NAME = process.env.TARO_APP_SITE_NAME || '云溪市政务问答';
export const CITY_NAME = process.env.TARO_APP_CITY_NAME || '云溪市';
/** The city's hotline that answers when the app cannot. */
export const HOTLINE = '12345';
