export default definePageConfig({ navigationBarTitleText: '问答', usingWindowScroll: process.env.TARO_ENV === 'h5', enableShareAppMessage: true });
