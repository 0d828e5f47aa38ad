export default definePageConfig({ navigationBarTitleText: '政策文件', usingWindowScroll: process.env.TARO_ENV === 'h5' });
