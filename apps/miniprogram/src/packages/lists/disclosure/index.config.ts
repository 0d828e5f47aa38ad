export default definePageConfig({ navigationBarTitleText: '主动公开目录', usingWindowScroll: process.env.TARO_ENV === 'h5' });
