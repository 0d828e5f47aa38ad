export default definePageConfig({ navigationBarTitleText: '办事指南', usingWindowScroll: process.env.TARO_ENV === 'h5' });
