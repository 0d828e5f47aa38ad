/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const root = process.cwd();

const swc = (): [string, object] => [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
  },
];

/** Packages that ship or import ES modules only; jest on Node 20 needs them as CommonJS. */
const esmOnly = ['@nestjs/', '@fastify/cookie/', 'feed/', 'parse5/', 'pdfjs-dist/', 'entities/', 'cookie/', 'content-disposition/', 'file-type/', 'strtok3/', 'token-types/', 'uint8array-extras/', '@borewit/', '@tokenizer/'];

const room = (dir: string): Config => ({
  displayName: dir.split('/').pop()!,
  rootDir: `${root}/${dir}`,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: {
    '^@govmedia-hub/(contracts|chinese-text|official-documents|screening|knowledge|inspection|working-days)$': `${root}/packages/$1/src/index.ts`,
    '^@govmedia-hub/wechat-sandbox$': `${root}/apps/wechat-sandbox/src/sandbox.ts`,
    '^@govmedia-hub/api$': `${root}/apps/api/src/bootstrap.ts`,
    '^@govmedia-hub/api/(.*)$': `${root}/apps/api/src/$1.ts`,
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.(t|j|mj)sx?$': swc() },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')}))`],
});

const config: Config = {
  // A busy machine must not fail a test: how fast the hub is belongs in benchmarks.
  testTimeout: 120_000,
  projects: [
    ...['contracts', 'chinese-text', 'official-documents', 'screening', 'knowledge', 'inspection', 'working-days'].map((name) => room(`packages/${name}`)),
    ...['api', 'console', 'miniprogram', 'functions', 'cli'].map((name) => room(`apps/${name}`)),
    { ...room('apps/e2e'), globalSetup: `${root}/apps/e2e/jest-setup.cjs`, globalTeardown: `${root}/apps/e2e/jest-teardown.cjs` },
  ] as Config['projects'],
};
export default config;
