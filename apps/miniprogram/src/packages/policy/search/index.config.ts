export default definePageConfig({ navigationBarTitleText: '搜索', usingWindowScroll: process.env.TARO_ENV === 'h5' });
