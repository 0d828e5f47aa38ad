export default definePageConfig({ navigationBarTitleText: '修改前后对照', usingWindowScroll: process.env.TARO_ENV === 'h5' });
