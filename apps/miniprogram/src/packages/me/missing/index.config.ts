export default definePageConfig({ navigationBarTitleText: '没有这个页面', usingWindowScroll: process.env.TARO_ENV === 'h5' });
