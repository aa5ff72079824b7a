import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';
import { describe, expect, test } from 'vitest';
import { checkManifest } from '../../../emulator/validation/index.ts';
import { letters, times } from './samples.ts';

const command = (n = 0) => ({
  command: `/tango${n}`,
  description: 'See what waits for you',
  usage_hint: '[help]',
});

/** Typed by Slack's own types, so that a second judge agrees that it is valid. */
const manifest = {
  display_information: {
    name: 'Tango',
    description: 'Leads and what became of them',
    background_color: '#1a1d21',
  },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Tango', always_online: true },
    slash_commands: [command()],
    shortcuts: [{ name: 'Ask the field', type: 'global', callback_id: 'ask', description: 'Ask the reps' }],
  },
  oauth_config: { scopes: { bot: ['chat:write', 'commands', 'im:history', 'users:read'] } },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'message.im', 'user_change'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
} satisfies Manifest;

const withDisplay = (more: object) => ({
  ...manifest,
  display_information: { ...manifest.display_information, ...more },
});
const withFeatures = (more: object) => ({ ...manifest, features: { ...manifest.features, ...more } });
const withSettings = (more: object) => ({ ...manifest, settings: { ...manifest.settings, ...more } });
const messages = (given: unknown) => checkManifest(given).map((problem) => problem.message);
const pointers = (given: unknown) => checkManifest(given).map((problem) => problem.pointer);

describe('a manifest', () => {
  test('is taken as it should be', () => {
    expect(checkManifest(manifest)).toEqual([]);
  });

  const cases: [string, number, (n: number) => unknown, string][] = [
    ['name', 35, (n) => withDisplay({ name: letters(n) }), '/display_information/name'],
    ['description', 140, (n) => withDisplay({ description: letters(n) }), '/display_information/description'],
    [
      'long description',
      4000,
      (n) => withDisplay({ long_description: letters(n) }),
      '/display_information/long_description',
    ],
    [
      'display name',
      80,
      (n) => withFeatures({ bot_user: { display_name: letters(n) } }),
      '/features/bot_user/display_name',
    ],
    ['commands', 50, (n) => withFeatures({ slash_commands: times(n, command) }), '/features/slash_commands'],
    [
      'command',
      32,
      (n) => withFeatures({ slash_commands: [{ ...command(), command: `/${letters(n - 1)}` }] }),
      '/features/slash_commands/0/command',
    ],
    [
      'usage hint',
      1000,
      (n) => withFeatures({ slash_commands: [{ ...command(), usage_hint: letters(n) }] }),
      '/features/slash_commands/0/usage_hint',
    ],
    [
      'shortcuts',
      10,
      (n) => withFeatures({ shortcuts: times(n, () => manifest.features.shortcuts[0]) }),
      '/features/shortcuts',
    ],
    [
      'shortcut name',
      24,
      (n) => withFeatures({ shortcuts: [{ ...manifest.features.shortcuts[0], name: letters(n) }] }),
      '/features/shortcuts/0/name',
    ],
    [
      'events',
      100,
      (n) => withSettings({ event_subscriptions: { bot_events: times(n, (i) => `event_${i}`) } }),
      '/settings/event_subscriptions/bot_events',
    ],
  ];
  test.each(cases)('%s: at most %i', (_, max, of, pointer) => {
    expect(pointers(of(max))).toEqual([]);
    expect(pointers(of(max + 1))).toEqual([pointer]);
  });

  test('says at length what it is for in 175 characters or more', () => {
    expect(pointers(withDisplay({ long_description: letters(174) }))).toEqual([
      '/display_information/long_description',
    ]);
    expect(pointers(withDisplay({ long_description: letters(175) }))).toEqual([]);
  });

  test('has no key that Slack does not know', () => {
    expect(messages(withSettings({ socket_mode: true }))).toEqual([
      'invalid additional property: socket_mode [json-pointer:/settings]',
    ]);
  });

  test('has commands that can be typed', () => {
    for (const name of ['tango', '/Tango', '/tango now', '/']) {
      expect(pointers(withFeatures({ slash_commands: [{ ...command(), command: name }] }))).toEqual([
        '/features/slash_commands/0/command',
      ]);
    }
  });

  test('names a request URL for everything Slack sends, unless it comes by Socket Mode', () => {
    expect(pointers(withSettings({ socket_mode_enabled: false }))).toEqual([
      '/settings/event_subscriptions',
      '/settings/interactivity',
      '/features/slash_commands/0',
    ]);
  });

  test('asks for the scopes that its events, commands and shortcuts need', () => {
    const bare = { ...manifest, oauth_config: { scopes: { bot: ['chat:write'] } } };
    expect(messages(bare)).toEqual([
      'message.im requires the scope im:history [json-pointer:/oauth_config/scopes/bot]',
      'user_change requires the scope users:read [json-pointer:/oauth_config/scopes/bot]',
      '/tango0 requires the scope commands [json-pointer:/oauth_config/scopes/bot]',
      'ask requires the scope commands [json-pointer:/oauth_config/scopes/bot]',
    ]);
  });

  const stepWith = (parameters: unknown, more: object = {}) => ({
    ...manifest,
    ...more,
    functions: {
      greet: {
        title: 'Greet',
        description: 'Says hello',
        input_parameters: parameters,
        output_parameters: {},
      },
    },
    settings: {
      ...manifest.settings,
      org_deploy_enabled: true,
      function_runtime: 'remote',
      event_subscriptions: { bot_events: ['function_executed'] },
    },
  });
  const flat = { who: { type: 'string', title: 'Who', name: 'who', is_required: true } };
  const nested = { properties: { who: { type: 'string', title: 'Who' } }, required: ['who'] };

  test('has the parameters of its steps by name, unless it says that it is of version 2', () => {
    expect(pointers(stepWith(flat))).toEqual([]);
    expect(pointers(stepWith(nested))).not.toEqual([]);
    const second = { _metadata: { major_version: 2 } };
    expect(pointers(stepWith(nested, second))).toEqual(['/functions/greet/output_parameters']);
    expect(pointers(stepWith(flat, second))).not.toEqual([]);
  });
});
