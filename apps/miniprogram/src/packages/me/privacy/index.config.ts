export default definePageConfig({ navigationBarTitleText: '隐私说明', usingWindowScroll: process.env.TARO_ENV === 'h5' });
