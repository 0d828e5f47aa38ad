export default definePageConfig({ navigationBarTitleText: '提交问题', usingWindowScroll: process.env.TARO_ENV === 'h5' });
