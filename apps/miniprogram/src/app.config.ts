/** WeChat takes the colours of its bar from theme.json; in H5 the bar is our own. */
const weapp = process.env.TARO_ENV === 'weapp';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/ask/index'],
  subPackages: [
    { root: 'packages/policy', pages: ['list/index', 'detail/index', 'reading/index', 'question/index', 'search/index', 'compare/index'] },
    { root: 'packages/gazette', pages: ['list/index', 'issue/index', 'item/index'] },
    { root: 'packages/lists', pages: ['ended/index', 'disclosure/index'] },
    { root: 'packages/services', pages: ['list/index', 'guide/index'] },
    { root: 'packages/accounts', pages: ['directory/index', 'check/index'] },
    { root: 'packages/tickets', pages: ['open/index', 'track/index'] },
    { root: 'packages/me', pages: ['settings/index', 'privacy/index', 'about/index', 'missing/index'] },
  ],
  window: {
    navigationStyle: weapp ? 'default' : 'custom',
    navigationBarTitleText: process.env.TARO_APP_SITE_NAME,
    navigationBarBackgroundColor: weapp ? '@navBackground' : '#FFFFFF',
    navigationBarTextStyle: (weapp ? '@navText' : 'black') as 'black',
    backgroundColor: weapp ? '@ground' : '#F5F6F4',
    backgroundTextStyle: (weapp ? '@pullText' : 'dark') as 'dark',
  },
  ...(weapp ? { darkmode: true, themeLocation: 'theme.json', lazyCodeLoading: 'requiredComponents', preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/policy', 'packages/lists', 'packages/services', 'packages/accounts', 'packages/tickets'] } } } : { animation: false }),
});
