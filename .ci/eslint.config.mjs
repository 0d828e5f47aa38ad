// One linter for the whole house, fast because it never asks for types. Run from the root:
//   eslint -c .ci/eslint.config.mjs apps packages
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**'];

/** Mistakes that are never a matter of taste. */
const plainMistakes = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-constant-binary-expression': 'error',
  'no-control-regex': 'off',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty-pattern': 'error',
  'no-fallthrough': 'error',
  'no-loss-of-precision': 'error',
  'no-prototype-builtins': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-negation': 'error',
  'no-unused-labels': 'error',
  'no-useless-catch': 'error',
  'no-var': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

/** What would make a pure package answer differently tomorrow than today. */
const clockAndChance = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'Packages have no clock: take the instant or the civil date as an argument.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Packages have no clock: take the instant or the civil date as an argument.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Packages have no clock: take the instant or the civil date as an argument.' },
  { selector: 'CallExpression[callee.object.name="performance"][callee.property.name="now"]', message: 'Packages have no clock: measure in apps/e2e.' },
  { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: 'Packages have no chance: take a seed or the drawn numbers as an argument.' },
];

const outsideWorld = ['fetch', 'process', 'Buffer', 'require', 'window', 'document', 'localStorage', 'navigator', 'setTimeout', 'setInterval', 'setImmediate', 'XMLHttpRequest', 'WebSocket', 'crypto']
  .map((name) => ({ name, message: 'Packages are pure: no network, no process, no DOM, no timers. Do it in an app and pass the result in.' }));

const oneDoor = {
  paths: [
    { name: 'typeorm', importNames: ['DataSource', 'Repository', 'EntityManager', 'QueryRunner', 'getRepository'], message: 'One door to the database: use read(work) and transaction(work) of foundation/database; entities may import decorators and operators.' },
    { name: '@nestjs/typeorm', importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager'], message: 'One door to the database: use read(work) and transaction(work) of foundation/database.' },
  ],
};

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '**/out/**', 'apps/e2e/fixtures/**', '**/.temp/**', '**/.data/**', '**/*.d.ts'],
  },
  {
    files: ['**/*.{ts,tsx,mts,js,jsx,mjs,cjs}'],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'warn' },
    rules: {
      ...plainMistakes,
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' }],
      '@typescript-eslint/no-explicit-any': ['warn', { ignoreRestArgs: true }],
      '@typescript-eslint/no-unsafe-function-type': 'off', // the ORM names a class as Function
      '@typescript-eslint/consistent-type-imports': 'off', // would turn the classes that Nest injects into types
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['**/*.cjs', '**/babel.config.js', 'apps/miniprogram/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: specs, rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    name: 'packages are pure',
    files: ['packages/*/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...clockAndChance],
      'no-console': 'error',
    },
  },
  {
    name: 'packages touch nothing outside',
    files: ['packages/*/src/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-globals': ['error', ...outsideWorld] },
  },
  {
    name: 'one door to the database',
    files: ['apps/**/*.ts'],
    ignores: ['apps/api/src/foundation/database/**', 'apps/api/src/migrations/**', 'apps/api/test/**', 'apps/e2e/**', ...specs],
    rules: { 'no-restricted-imports': ['error', oneDoor] },
  },
  {
    name: 'faces',
    files: ['apps/console/**/*.{ts,tsx}', 'apps/miniprogram/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'warn',
      'no-restricted-syntax': ['error', { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'No raw HTML on a page: render the blocks of the contracts.' }],
    },
  },
);
