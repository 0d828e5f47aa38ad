export default definePageConfig({ navigationBarTitleText: '首页', usingWindowScroll: process.env.TARO_ENV === 'h5', enableShareAppMessage: true });
