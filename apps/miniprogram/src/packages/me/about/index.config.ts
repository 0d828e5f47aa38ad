export default definePageConfig({ navigationBarTitleText: '关于', usingWindowScroll: process.env.TARO_ENV === 'h5' });
