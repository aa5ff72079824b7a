import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkManifest } from '../emulator/validation/index.ts';
import { METHODS } from '../emulator/web-api/methods.ts';
import { USED_SCOPES } from '../src/slack/scopes.ts';
import { heardBy } from './support/heard.ts';

const manifest = parse(readFileSync('manifest.yml', 'utf8'));
const { features, functions, oauth_config: oauth, settings } = manifest;

it('Slack takes the manifest', () => {
  expect(checkManifest(manifest)).toEqual([]);
});

const SCHEMAS = '../shared/data/slack/manifest';

/** Slack's own schema files: nothing of ours has judged them. */
it.skipIf(!existsSync(SCHEMAS))(
  `Slack's own schema of the version that the manifest names takes it (skipped without ${SCHEMAS})`,
  () => {
    const read = (name: string) => JSON.parse(readFileSync(`${SCHEMAS}/${name}`, 'utf8'));
    const version = manifest._metadata?.major_version ?? 1;
    const judge = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
      read(`manifest.schema.${version}.0.0.json`),
    );
    expect([judge(read(`v${version}.valid.json`)), judge(read(`v${version}.invalid.json`))]).toEqual([
      true,
      false,
    ]);
    judge(manifest);
    expect(judge.errors ?? []).toEqual([]);
  },
);

it.skipIf(!existsSync(SCHEMAS))(
  `Our own check agrees with Slack's about Slack's own examples (skipped without ${SCHEMAS})`,
  () => {
    const taken = ['v1.valid', 'v1.invalid', 'v2.valid', 'v2.invalid'].map(
      (name) => checkManifest(JSON.parse(readFileSync(`${SCHEMAS}/${name}.json`, 'utf8'))).length === 0,
    );
    expect(taken).toEqual([true, false, true, false]);
  },
);

it('The manifest asks for the commands, shortcuts and steps that Tango hears, and no others', () => {
  const heard = heardBy();
  const names = (list: Record<string, string>[] = [], key: string) => list.map((each) => each[key]).sort();
  expect(names(features.slash_commands, 'command')).toEqual(heard.commands.sort());
  expect(names(features.shortcuts, 'callback_id')).toEqual(heard.shortcuts.sort());
  expect(Object.keys(functions).sort()).toEqual(heard.steps.sort());
  expect(settings.function_runtime).toBe('remote');
});

/** A table of docs/slack.md: what each scope or event is for, by its name. */
function explained(title: string): { name: string; isUsed: boolean }[] {
  const [, part = ''] = readFileSync('docs/slack.md', 'utf8').split(`## ${title}\n`);
  const rows = part.split('\n## ')[0]?.match(/^\| `.*$/gm) ?? [];
  return rows.flatMap((row) => {
    const [, names = '', use = ''] = row.split('|');
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({
      name,
      isUsed: !use.trim().startsWith('not yet'),
    }));
  });
}

it('The manifest asks for the events that Tango hears and for those that docs/slack.md calls "not yet", and for no others', () => {
  const events = explained('Events');
  expect(settings.event_subscriptions.bot_events).toEqual(events.map(({ name }) => name).sort());
  const used = events.filter(({ isUsed }) => isUsed).map(({ name }) => name);
  expect(used.sort()).toEqual(heardBy().events.sort());
});

it('What Tango misses of its scopes is what docs/slack.md says that it uses', () => {
  const used = explained('Scopes').filter(({ isUsed }) => isUsed);
  expect([...USED_SCOPES].sort()).toEqual(used.map(({ name }) => name).sort());
});

it('The manifest asks for the scopes that docs/slack.md explains, and for no others', () => {
  expect([...oauth.scopes.bot].sort()).toEqual(
    explained('Scopes')
      .map(({ name }) => name)
      .sort(),
  );
});

it('The manifest asks for the scopes of the calls that Tango makes', () => {
  const callers = ['client', 'find-posted', 'people-client', 'channels-client'];
  const source = callers.map((name) => readFileSync(`src/slack/${name}.ts`, 'utf8')).join('');
  const called = Object.keys(METHODS).filter((method) => source.includes(`web.${method}(`));
  expect(called.length).toBeGreaterThan(5);
  const needed = called.flatMap((method) => METHODS[method]?.scopes ?? []);
  expect(needed.filter((scope) => !oauth.scopes.bot.includes(scope))).toEqual([]);
});

it('The manifest turns on what Tango writes to: the Home tab and direct messages', () => {
  // Slack refuses views.publish with `not_enabled` otherwise.
  expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
});
