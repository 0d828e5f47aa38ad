/**
 * The walls of the house (docs/architecture.md, "Import rules"), held by dependency-cruiser.
 * A message says what to do instead. `npm run rooms`.
 */

/** The stairs, lowest first: a feature may import only features that stand before it. */
const STAIRS = ['event-log', 'organisations', 'rulebook', 'review-processes', 'lexicons', 'proofreader', 'interpretation-plans', 'documents', 'imports', 'ledger', 'gazette', 'accounts', 'media', 'repost-sources', 'contents', 'writing', 'unused-uploads', 'delegations', 'emergencies', 'reviews', 'approval-sheets', 'publishing', 'lexicon-previews', 'disclosure', 'tasks', 'channels', 'wechat', 'deliveries', 'reposts', 'proofreader-training', 'generation', 'library-index', 'gazette-search', 'knowledge', 'question-backlog', 'question-reviews', 'services', 'tickets', 'inspections', 'interpretations', 'reading'];

const SPEC = '\\.(spec|test)\\.tsx?$';
const FEATURES = '^apps/api/src/features/';
const outside = (own) => `^(?!${own})`;

/** An engine and all it may import beside itself. */
const engine = (name, mayImport, advice) => ({
  name: `engine-${name}`,
  comment: `packages/${name} is a pure engine. It may import ${mayImport.length ? mayImport.join(' and ') : 'nothing'}: ${advice}`,
  severity: 'error',
  from: { path: `^packages/${name}/src/`, pathNot: SPEC },
  to: { path: outside(`packages/(${[name, ...mayImport].join('|')})/`) },
});

const passIn = 'take facts, rules, dates and chance as arguments, and let the api map its rows and the contracts\' views to them.';

module.exports = {
  forbidden: [
    // ---- packages -------------------------------------------------------------------------
    {
      name: 'contracts-import-nothing',
      comment: 'packages/contracts is the vocabulary of every building and imports nothing: state the shape here, or move the rule to an engine.',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: SPEC },
      to: { path: outside('packages/contracts/src/') },
    },
    engine('chinese-text', [], passIn),
    engine('working-days', [], passIn),
    engine('official-documents', ['chinese-text'], passIn),
    engine('screening', ['chinese-text', 'working-days'], passIn),
    engine('knowledge', ['chinese-text', 'working-days'], passIn),
    engine('inspection', ['chinese-text', 'working-days'], passIn),
    {
      name: 'packages-know-no-app',
      comment: 'Packages lie under the apps: a package that needs something of an app takes it as an argument.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    // ---- apps beside each other -----------------------------------------------------------
    {
      name: 'faces-speak-contracts-only',
      comment: 'The faces (console, miniprogram, functions) know the hub only through packages/contracts: ask the api for the answer, do not compute it here.',
      severity: 'error',
      from: { path: '^apps/(console|miniprogram|functions)/', pathNot: SPEC },
      to: { path: '^packages/(?!contracts/)' },
    },
    {
      name: 'faces-know-no-other-app',
      comment: 'A face never imports another building: what two of them need belongs to packages/contracts.',
      severity: 'error',
      from: { path: '^apps/(console|miniprogram|functions)/' },
      to: { path: '^apps/(?!$1/)' },
    },
    {
      name: 'e2e-stands-outside',
      comment: 'apps/e2e sees the hub as people do, through HTTP and screens: no source of another app; only benchmarks may call an engine.',
      severity: 'error',
      from: { path: '^apps/e2e/', pathNot: '^apps/e2e/src/bench[/-]' }, // benchmarks measure the engines themselves
      to: { path: '^(apps/(?!e2e/|wechat-sandbox/)|packages/(?!contracts/))' },
    },
    {
      name: 'api-knows-no-other-app',
      comment: 'The api is used by cli, faces and e2e and knows none of them; its tests may run the WeChat sandbox.',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^apps/(?!api/|wechat-sandbox/)' },
    },
    {
      name: 'sandbox-for-tests-only',
      comment: 'The WeChat sandbox stands in for the platform in tests; no line of the product may know it.',
      severity: 'error',
      from: { path: '^(apps/(?!wechat-sandbox/)|packages/)', pathNot: [SPEC, '^apps/api/test/', '^apps/e2e/'] },
      to: { path: '^apps/wechat-sandbox/' },
    },
    // ---- inside the api -------------------------------------------------------------------
    {
      name: 'foundation-knows-no-feature',
      comment: 'foundation/ is plumbing: let the feature register itself with it (a port, a list handed in by app.module), or move the rule up into the feature.',
      severity: 'error',
      from: { path: '^apps/api/src/foundation/', pathNot: SPEC },
      to: { path: '^apps/api/src/(features/|demo-city/|app\\.module|main\\.|bootstrap\\.|worker\\.)' },
    },
    ...STAIRS.slice(0, -1).map((feature, i) => ({
      name: `stairs-${feature}`,
      comment: `${feature} is stair ${i + 1} and may not import a feature above it (${STAIRS.slice(i + 1).join(', ')}). Let the higher feature call this one, or follow the event feed.`,
      severity: 'error',
      from: { path: `${FEATURES}${feature}/`, pathNot: SPEC },
      to: { path: `${FEATURES}(${STAIRS.slice(i + 1).join('|')})/` },
    })),
    {
      name: 'stairs-every-feature-has-one',
      comment: 'This folder under features/ has no stair: add it to STAIRS in .ci/rooms.cjs, at the height where it needs only what stands below.',
      severity: 'error',
      from: { path: `${FEATURES}(?!(${STAIRS.join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'features-through-the-front-door',
      comment: 'Another feature is entered only through its x.module, x.service or x.reader: entities, DTOs and policies of a neighbour stay its own; use plain ids and what its service or reader answers.',
      severity: 'error',
      from: { path: `${FEATURES}([^/]+)/`, pathNot: SPEC },
      to: { path: `${FEATURES}(?!$1/)[^/]+/`, pathNot: '\\.(module|service|reader)\\.(js|ts)$' },
    },
    {
      name: 'controllers-decide-nothing',
      comment: 'A controller calls its service, nothing deeper: no database and no entity in it.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '(^apps/api/src/foundation/database/.*connection|\\.entity\\.ts$)' },
    },
    {
      name: 'drivers-behind-the-door',
      comment: 'The database drivers are known to foundation/database alone: use its read(work) and transaction(work).',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['^apps/api/src/foundation/database/', '^apps/api/test/', '^apps/e2e/', SPEC] },
      to: { path: 'node_modules/(libsql|mysql2|better-sqlite3)/' },
    },
    // ---- inside the faces -----------------------------------------------------------------
    {
      name: 'console-pages-stand-alone',
      comment: 'Pages never import pages of another area: what two areas show goes to components/, what both ask goes to api/.',
      severity: 'error',
      from: { path: '^apps/console/src/pages/([^/]+)/' },
      to: { path: '^apps/console/src/pages/(?!$1/)' },
    },
    {
      name: 'console-pages-import-no-page',
      comment: 'A page never imports a page, not even of its own area: link to its address, or take the part out beside it.',
      severity: 'error',
      from: { path: '^apps/console/src/pages/' },
      to: { path: '^apps/console/src/pages/.*(Page|\\.page)\\.tsx$' },
    },
    {
      name: 'resident-pages-import-no-page',
      comment: 'A page never imports a page: go there by its address, or take the part out into components/.',
      severity: 'error',
      from: { path: '^apps/miniprogram/src/(pages|packages)/', pathNot: SPEC },
      to: { path: '^apps/miniprogram/src/(pages/[^/]+|packages/[^/]+/(pages/)?[^/]+)/index\\.tsx?$' },
    },
    {
      name: 'resident-areas-stand-alone',
      comment: 'Sub-packages are loaded one by one: an area may not import another area; what both show goes to src/components.',
      severity: 'error',
      from: { path: '^apps/miniprogram/src/packages/([^/]+)/' },
      to: { path: '^apps/miniprogram/src/(packages/(?!$1/)|pages/)' },
    },
    {
      name: 'resident-parts-know-no-page',
      comment: 'components/, api/ and theme/ of the resident app lie under the pages.',
      severity: 'error',
      from: { path: '^apps/miniprogram/src/(components|api|theme)/' },
      to: { path: '^apps/miniprogram/src/(pages|packages)/' },
    },
    {
      name: 'console-parts-know-no-page',
      comment: 'components/ and api/ of the console lie under the pages.',
      severity: 'error',
      from: { path: '^apps/console/src/(components|api)/' },
      to: { path: '^apps/console/src/pages/' },
    },
    // ---- everywhere -----------------------------------------------------------------------
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one file or three: take out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-junk-rooms',
      comment: 'No common, shared, utils, helpers, core, lib or misc: name the file after the noun it holds, beside its only caller.',
      severity: 'error',
      from: {},
      to: { path: '^(apps|packages)/.+/(common|shared|utils?|helpers?|core|lib|misc)(/|[.])', pathNot: 'node_modules/' },
    },
    {
      name: 'everything-resolves',
      comment: 'This import leads nowhere: a wrong path, or a package that no package.json declares.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^wx-server-sdk$' }, // the WeChat cloud brings its own
    },
    {
      name: 'declared-packages-only',
      comment: 'This package comes in through somebody else: declare it in the package.json of the workspace that imports it.',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^wx-server-sdk$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|fixtures|out|\\.temp|\\.data)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // 'types' first: the sources of our own packages are seen, built or not
      conditionNames: ['types', 'import', 'node', 'require', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
