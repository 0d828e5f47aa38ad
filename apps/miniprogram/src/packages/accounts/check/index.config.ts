export default definePageConfig({ navigationBarTitleText: '核验账号', usingWindowScroll: process.env.TARO_ENV === 'h5', enableShareAppMessage: true });
