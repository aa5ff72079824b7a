// Who may import whom: the picture of docs/architecture, enforced. Types count too (tsPreCompilationDeps).
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|emulator|demo|migrations|bench|test)/', pathNot: [from, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('domain-is-pure', '^src/domain/', ['^src/errors\\.ts$']),
    only('store-knows-domain', '^src/store/', ['^src/domain/', '^src/errors\\.ts$', '^migrations/']),
    only('usecases', '^src/usecases/', ['^src/domain/', '^src/store/', '^src/errors\\.ts$']),
    only('sentences', '^src/sentences/', ['^src/domain/', '^src/errors\\.ts$']),
    only('views-are-pure', '^src/slack/views/', [
      '^src/domain/',
      '^src/sentences/',
      '^src/slack/action-ids(\\.ts$|/)',
    ]),
    only('listeners', '^src/slack/listeners/', [
      '^src/usecases/',
      '^src/domain/',
      '^src/errors\\.ts$',
      '^src/logger\\.ts$',
      '^src/sentences/',
      '^src/slack/(views/|simplify/|(action-ids|client|people-client|failures)\\.ts$)',
    ]),
    only('messages', '^src/messages/', [
      '^src/store/',
      '^src/domain/',
      '^src/errors\\.ts$',
      '^src/usecases/',
      '^src/sentences/',
      '^src/slack/views/',
      '^src/outbox/rendered\\.ts$',
    ]),
    only('outbox', '^src/outbox/', [
      '^src/store/',
      '^src/domain/(announcement|delivery/trouble)\\.ts$',
      '^src/errors\\.ts$',
      '^src/logger\\.ts$',
    ]),
    only('intake', '^src/intake/', [
      '^src/usecases/',
      '^src/domain/',
      '^src/sentences/',
      '^src/errors\\.ts$',
      '^src/logger\\.ts$',
    ]),
    only('jobs', '^src/jobs/', ['^src/usecases/', '^src/domain/', '^src/errors\\.ts$', '^src/logger\\.ts$']),
    only('cli', '^src/cli/', [
      '^src/usecases/',
      '^src/domain/',
      '^src/sentences/',
      '^src/intake/csv/',
      '^src/store/database\\.ts$',
      '^src/bundle/load\\.js$',
      '^src/(config|errors|ids|clock)\\.ts$',
    ]),
    only('log', '^src/log(/|ger\\.ts$)', ['^src/domain/']),
    only('http', '^src/http/', [
      '^src/slack/app\\.ts$',
      '^src/intake/',
      '^src/domain/time/duration\\.ts$',
      '^src/(config|errors|logger)\\.ts$',
    ]),
    only('start-wires-src-only', '^src/(main|program|start)\\.ts$', ['^src/']),
    only('emulator-stands-alone', '^emulator/', []),
    only('page-knows-the-protocol', '^emulator/page/', ['^emulator/page-protocol\\.ts$']),
    only('demo', '^demo/', ['^src/', '^emulator/']),
    only('migrations-stand-alone', '^migrations/', []),
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(emulator|demo|bench|test)/' },
    },
    {
      name: 'cli-never-loads-bolt',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: 'node_modules/@slack/bolt', reachable: true },
    },
    {
      name: 'only-slack-knows-slack',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/slack/' },
      to: { path: 'node_modules/@slack/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^emulator/page/dist/|^data/|^artifacts/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
