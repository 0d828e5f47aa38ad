import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const contracts = path.resolve(__dirname, '../../../packages/contracts/src');
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

/** Values fixed at build time; see README.md for what each one does. */
const given = (name: string, otherwise: string): string => JSON.stringify((process.env[name] ||= otherwise)); // app.config.ts reads them too

/** Relative imports end in .js (nodenext); the platform's own file wins over the plain one. */
const extensionAlias = { '.js': [`.${target}.tsx`, `.${target}.ts`, '.tsx', '.ts', '.js'] };

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'govmedia-hub',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  plugins: [],
  defineConstants: {},
  env: {
    TARO_APP_API_BASE: target === 'h5' ? '""' : given('TARO_APP_API_BASE', 'http://127.0.0.1:3000'),
    TARO_APP_CLOUD_ENV: target === 'h5' ? '""' : given('TARO_APP_CLOUD_ENV', ''),
    TARO_APP_SITE_NAME: given('TARO_APP_SITE_NAME', '云溪市政务问答'),
    TARO_APP_CITY_NAME: given('TARO_APP_CITY_NAME', '云溪市'),
  },
  copy: { patterns: [], options: {} },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: { '@govmedia-hub/contracts$': path.join(contracts, 'index.ts') },
  logger: { quiet: true, stats: false },
  mini: {
    compile: { include: [contracts] },
    optimizeMainPackage: { enable: true },
    // Sizes are calc() over --px and --scale, so that text follows the reader's setting.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.resolve.set('extensionAlias', extensionAlias);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    useHtmlComponents: true,
    compile: { include: [contracts] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    router: {
      mode: 'browser',
      customRoutes: {
        '/pages/home/index': '/',
        '/pages/ask/index': '/ask',
        '/packages/policy/search/index': '/search',
        '/packages/policy/list/index': '/policies',
        '/packages/policy/detail/index': '/policy',
        '/packages/policy/reading/index': '/reading',
        '/packages/policy/question/index': '/question',
        '/packages/policy/compare/index': '/compare',
        '/packages/gazette/list/index': '/gazette',
        '/packages/gazette/issue/index': '/gazette/issue',
        '/packages/gazette/item/index': '/gazette/item',
        '/packages/lists/ended/index': '/ended',
        '/packages/lists/disclosure/index': '/disclosure',
        '/packages/services/list/index': '/services',
        '/packages/services/guide/index': '/guide',
        '/packages/accounts/directory/index': '/accounts',
        '/packages/accounts/check/index': '/check',
        '/packages/tickets/open/index': '/ticket/new',
        '/packages/tickets/track/index': '/ticket/track',
        '/packages/me/settings/index': '/me',
        '/packages/me/privacy/index': '/privacy',
        '/packages/me/about/index': '/about',
        '/packages/me/missing/index': '/missing',
      },
    },
    postcss: { pxtransform: { enable: false, config: { targetUnit: 'px' } }, autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.resolve.set('extensionAlias', extensionAlias);
      // The elements are plain HTML here (src/elements/*.h5.tsx): Taro's own component library and its styles stay out.
      const none = path.resolve(__dirname, '../src/elements/no-taro-components.ts');
      const noStyle = path.resolve(__dirname, '../src/elements/no-taro-components.css');
      chain.resolve.alias.set('@tarojs/components-react/dist/index.css', noStyle);
      chain.resolve.alias.set('@tarojs/components/dist/taro-components/taro-components.css', noStyle);
      chain.resolve.alias.set('@tarojs/components/global.css', noStyle);
      chain.resolve.alias.set('@tarojs/components$', none);
      // Taro shares code between first chunks only; the pages are lazy, so they share among themselves too.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 10_000,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          taro: { test: /[\\/]@tarojs[\\/]/, chunks: 'initial', priority: 30, name: 'taro' },
          react: { test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, chunks: 'initial', priority: 20, name: 'react' },
          parts: { minChunks: 2, priority: 10, chunks: 'async' },
        },
      });
      chain.performance.hints(false);
    },
  },
}));
