export default definePageConfig({ navigationBarTitleText: '政府公报', usingWindowScroll: process.env.TARO_ENV === 'h5' });
