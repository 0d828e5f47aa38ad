export default definePageConfig({ navigationBarTitleText: '解读', usingWindowScroll: process.env.TARO_ENV === 'h5', enableShareAppMessage: true });
