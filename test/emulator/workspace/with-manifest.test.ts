import { expect, it } from 'vitest';
import { sampleWorkspace } from '../../../emulator/workspace/sample-workspace.ts';
import { withManifest } from '../../../emulator/workspace/with-manifest.ts';
import { refusal, testWorkspace } from '../support/workspace.ts';

const MANIFEST = {
  display_information: { name: 'Tango' },
  features: {
    slash_commands: [{ command: '/lead', description: 'A lead by hand' }],
    shortcuts: [{ name: 'Make this a lead', type: 'message', callback_id: 'make_lead', description: 'x' }],
  },
  oauth_config: { scopes: { bot: ['chat:write'] } },
  settings: { event_subscriptions: { bot_events: ['app_home_opened'] } },
};

it('what the manifest does not ask for is refused', async () => {
  const workspace = withManifest(sampleWorkspace(), MANIFEST);
  const { emulator, client } = await testWorkspace({ workspace });
  expect(await refusal(client.users.info({ user: 'U_ANA' }))).toBe('missing_scope');
  await expect(emulator.as('U_ANA').command('/scorecard')).rejects.toThrow('not a valid command');
  const message = emulator.as('U_ANA').say('C_LEADS', 'hello');
  await expect(emulator.as('U_ANA').messageShortcut('save_insight', message)).rejects.toThrow(
    'no message shortcut',
  );
});

it('a manifest without features asks for nothing', () => {
  const { features: _features, settings: _settings, ...bare } = MANIFEST;
  const { app } = withManifest(sampleWorkspace(), bare);
  expect([app.commands, app.shortcuts, app.events]).toEqual([[], [], []]);
  expect(() => withManifest(sampleWorkspace(), {})).toThrow();
});
