export default definePageConfig({ navigationBarTitleText: '答复', usingWindowScroll: process.env.TARO_ENV === 'h5', enableShareAppMessage: true });
