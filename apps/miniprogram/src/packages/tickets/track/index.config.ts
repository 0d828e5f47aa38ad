export default definePageConfig({ navigationBarTitleText: '查询进度', usingWindowScroll: process.env.TARO_ENV === 'h5' });
