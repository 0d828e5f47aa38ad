export default definePageConfig({ navigationBarTitleText: '设置', usingWindowScroll: process.env.TARO_ENV === 'h5' });
