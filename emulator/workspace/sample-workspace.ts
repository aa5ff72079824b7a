import type { Seed } from './seed.ts';

const PEOPLE = ['U_ANA', 'U_BEN', 'U_MIA', 'U_MAX', 'U_OLGA'];

/** A small company: two reps, a marketer, a manager, an operator, the four channels of the bot and one without it. */
export function sampleWorkspace(): Seed {
  return {
    team: { id: 'T_SAMPLE', name: 'Sample Company', domain: 'sample' },
    app: {
      id: 'A_TANGO',
      name: 'Tango',
      botId: 'B_TANGO',
      botUserId: 'U_TANGO',
      scopes: SCOPES,
      events: EVENTS,
      commands: COMMANDS,
      shortcuts: [
        { callbackId: 'make_lead', name: 'Make this a lead', kind: 'message' },
        { callbackId: 'save_insight', name: 'Save as field insight', kind: 'message' },
      ],
    },
    users: [
      person('U_ANA', 'ana', 'Ana Alves', 'Sales, hotels', 'Europe/Lisbon'),
      person('U_BEN', 'ben', 'Ben Brandt', 'Sales, retail', 'Europe/Berlin'),
      person('U_MIA', 'mia', 'Mia Moreau', 'Marketing', 'Europe/Paris'),
      person('U_MAX', 'max', 'Max Meyer', 'Head of sales', 'Europe/Berlin'),
      person('U_OLGA', 'olga', 'Olga Orlova', 'Operations', 'America/New_York'),
    ],
    conversations: [
      channel('C_LEADS', 'leads', 'New leads arrive here'),
      channel('C_FIELD', 'field', 'What customers say'),
      channel('C_MARKETING', 'marketing', 'Campaigns and stories'),
      channel('C_SCORECARD', 'scorecard', 'Every Monday at nine'),
      { id: 'C_RANDOM', name: 'random', topic: 'Everything else', members: PEOPLE },
    ],
  };
}

const person = (id: string, name: string, realName: string, title: string, timezone: string) => ({
  id,
  name,
  realName,
  title,
  timezone,
  email: `${name}@sample.example`,
});

const channel = (id: string, name: string, topic: string) => ({
  id,
  name,
  topic,
  members: [...PEOPLE, 'U_TANGO'],
});

const SCOPES = [
  ...['chat:write', 'chat:write.public', 'commands', 'im:history', 'im:write', 'im:read', 'channels:history'],
  ...['groups:history', 'users:read', 'users:read.email', 'channels:read', 'groups:read', 'files:read'],
  ...['files:write', 'usergroups:read', 'reactions:write', 'channels:join'],
];

const EVENTS = [
  ...['app_home_opened', 'message.im', 'message.channels', 'message.groups', 'user_change', 'team_join'],
  ...['channel_rename', 'channel_archive', 'channel_unarchive', 'channel_deleted', 'member_joined_channel'],
  ...['channel_left', 'group_left', 'group_rename', 'group_archive', 'group_unarchive', 'group_deleted'],
];

const COMMANDS = [
  { command: '/tango', description: 'Help, settings and numbers', usageHint: 'help' },
  { command: '/lead', description: 'Enter a lead by hand', usageHint: '' },
  {
    command: '/insight',
    description: 'Ask the field, or find what it said',
    usageHint: 'need | find hotels',
  },
  { command: '/scorecard', description: 'The numbers of a week', usageHint: '2026-W47' },
];
