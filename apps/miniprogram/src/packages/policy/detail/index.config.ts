export default definePageConfig({ navigationBarTitleText: '政策', usingWindowScroll: process.env.TARO_ENV === 'h5', enableShareAppMessage: true });
