import { expect, it } from 'vitest';
import { postGallery } from '../../src/slack/gallery/post.ts';
import { gallery } from '../../src/slack/gallery.ts';
import { section } from '../../src/slack/views/kit/blocks.ts';
import { testWorkspace } from '../emulator/support/workspace.ts';

const CHANNEL = 'C_RANDOM';

it('every view is posted to be looked at, and Slack takes each in its own place', async () => {
  const { emulator, client } = await testWorkspace();
  emulator.admin.invite(CHANNEL, 'U_TANGO');
  const entries = gallery();
  expect(await postGallery({ web: client, channel: CHANNEL, entries, paceMs: 0 })).toEqual([]);
  expect(emulator.workspace.messages.in(CHANNEL)).toHaveLength(entries.length);
});

it('what is refused is listed by view with the reason, whether it is a message, a window or a Home', async () => {
  const { client } = await testWorkspace();
  const broken = { ...section('x'), text: { type: 'mrkdwn' as const, text: '' } };
  const title = { type: 'plain_text' as const, text: 'Broken' };
  const entries = [
    { name: 'fine', message: { text: 'Fine.', blocks: [section('Fine.')] } },
    { name: 'a message', message: { text: 'Broken.', blocks: [broken] } },
    { name: 'a window', modal: { type: 'modal' as const, title, blocks: [broken] } },
    { name: 'a Home', home: { type: 'home' as const, blocks: [broken] } },
  ];
  const refused = await postGallery({ web: client, channel: CHANNEL, entries, paceMs: 0 });
  expect(refused.map(({ name }) => name)).toEqual(['a message', 'a window', 'a Home']);
  for (const { why } of refused) expect(why).toContain('/blocks/0/text');
});
