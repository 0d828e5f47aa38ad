export default definePageConfig({ navigationBarTitleText: '账号名录', usingWindowScroll: process.env.TARO_ENV === 'h5' });
