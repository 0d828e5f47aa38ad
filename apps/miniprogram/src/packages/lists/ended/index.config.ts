export default definePageConfig({ navigationBarTitleText: '失效文件清单', usingWindowScroll: process.env.TARO_ENV === 'h5' });
