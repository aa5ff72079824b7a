import { expect, it } from 'vitest';
import { splitCommand, suggestionsFor, withTokens } from '../../../emulator/page/shell/composing.ts';
import type { PageWorkspace } from '../../../emulator/page-protocol.ts';

const person = (id: string, realName: string) => ({
  id,
  name: realName.toLowerCase(),
  realName,
  title: 'Sales',
  timezone: 'Europe/Berlin',
  isBot: false,
  isDeleted: false,
  color: '#123456',
});

const WORKSPACE: PageWorkspace = {
  team: { id: 'T1', name: 'Sample' },
  app: { id: 'A1', name: 'Tango', botUserId: 'U_TANGO' },
  me: 'U_ANA',
  users: [person('U_ANA', 'Ana'), person('U_ANAB', 'Ana Bell'), person('U_BEN', 'Ben')],
  conversations: [
    {
      id: 'C_LEADS',
      kind: 'channel',
      name: 'leads',
      topic: 'New ones',
      members: [],
      isArchived: false,
      unread: 0,
      mentions: 0,
    },
  ],
  commands: [
    { command: '/insight', description: 'Ask the field', usageHint: 'find hotels' },
    { command: '/lead', description: 'Enter a lead', usageHint: '' },
  ],
  shortcuts: [],
  now: 0,
  guide: null,
  controls: [],
  faults: [],
  botConnected: true,
};

const offered = (text: string) => suggestionsFor(text, WORKSPACE).map(({ words }) => words);

it('a slash at the start offers the commands that begin so, and no longer once one is chosen', () => {
  expect(offered('/')).toEqual(['/insight', '/lead']);
  expect(offered('/le')).toEqual(['/lead']);
  expect(offered('/lead now')).toEqual([]);
  expect(offered('see /le')).toEqual([]);
});

it('@ offers people and # channels, at the end of what is being written', () => {
  expect(offered('ask @an')).toEqual(['@Ana', '@Ana Bell']);
  expect(offered('see #le')).toEqual(['#leads']);
  expect(offered('ana@ben')).toEqual([]);
  expect(suggestionsFor('ask @be', WORKSPACE)[0]?.completed).toBe('ask @Ben ');
});

it('names become tokens, the longer name first', () => {
  expect(withTokens('@Ana Bell and @Ana see #leads', WORKSPACE)).toBe(
    '<@U_ANAB> and <@U_ANA> see <#C_LEADS|leads>',
  );
});

it('a command is parted from its text', () => {
  expect(splitCommand('/insight find hotels')).toEqual({ command: '/insight', text: 'find hotels' });
  expect(splitCommand('insight')).toBeNull();
});
