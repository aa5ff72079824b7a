/**
 * Every thing that Tango hears × every kind of person. The rows come from the tables of the listeners; what each is for is written
 * down here, so that a new one fails until somebody has said whom it is for.
 */
import { describe, expect, it } from 'vitest';
import type { Hands } from '../../../emulator/person/hands.ts';
import type { SeedUser } from '../../../emulator/workspace/seed.ts';
import type { View } from '../../../emulator/workspace/views.ts';
import { LISTENERS } from '../../../src/slack/listeners/register.ts';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { clientOf } from '../../emulator/support/workspace.ts';
import { heardBy } from '../../support/heard.ts';
import { textOf } from '../../support/messages.ts';
import { ANA, LEADS } from '../../support/people.ts';
import { startWorld, type World } from '../../support/world.ts';

/** Leads and stories: for members, and for whom a setting lets in. */
const LETS_IN = {
  actions: [
    ...['lead_claim', 'lead_contacted', 'lead_qualify', 'lead_reject', 'lead_won', 'lead_lost', 'lead_mend'],
    ...['lead_show', 'lead_menu', 'lead_merge', 'lead_keep_apart', 'lead_tell_story', 'person', 'reason'],
    ...[
      'insight_tell',
      'insight_knows_who',
      'insight_cannot_help',
      'insight_ask_for',
      'backlog_stop',
      'backlog_post',
    ],
    ...['lead_page_back', 'lead_page_on', 'lead_give', 'lead_take_out'],
    ...['home_more', 'home_page_back', 'home_page_on'],
    ...['rejects_all', 'rejects_page_back', 'rejects_page_on', 'rejects_changed', 'rejects_nothing'],
    ...['rejects_correct', 'rejects_withdraw', 'rejects_answers'],
    ...['story_accept', 'story_ask_back', 'story_decline', 'story_publish', 'story_tell_more'],
  ],
  views: [
    ...['lead_qualify_modal', 'lead_reject_modal', 'lead_close_modal', 'lead_assign_modal'],
    ...[
      'lead_hand_over_modal',
      'lead_snooze_modal',
      'lead_mend_modal',
      'lead_entry_modal',
      'lead_message_modal',
    ],
    ...['insight_ask_modal', 'insight_knows_who_modal', 'rejects_answer_modal'],
    ...['story_tell_modal', 'story_ask_back_modal', 'story_decline_modal', 'story_publish_modal'],
  ],
  commands: ['/lead', '/insight'],
  shortcuts: ['make_lead'],
  events: ['app_home_opened'],
};

/** How the team works, its figures and its people. */
const FOR_MEMBERS = {
  actions: [
    ...['scorecard_behind', 'scorecard_page_back', 'scorecard_page_on'],
    ...['settings_open', 'settings_section', 'settings_reasons', 'settings_propose', 'settings_audit'],
    ...['reason_menu', 'reason_add', 'reason_bring_back', 'definition_sign', 'definition_decline'],
    ...['definition_withdraw', 'goal_open', 'goal_propose', 'goal_sign', 'goal_decline', 'goal_withdraw'],
    ...['goal_page_back', 'goal_page_on', 'goal_kind'],
    ...[
      'routing_add',
      'routing_rule',
      'web_form_open',
      'web_form_add',
      'web_form_menu',
      'web_form_questions',
    ],
    ...[
      'source_open',
      'source_find',
      'source_menu',
      'source_page_back',
      'source_page_on',
      'source_campaigns_back',
    ],
    ...['source_campaigns_on', 'source_merge_alike', 'source_keep_apart', 'source_choose_alike'],
    ...['source_guess_accept', 'source_guess_decline', 'source_undo', 'source_changes'],
    ...[
      'spend_open',
      'spend_add',
      'spend_menu',
      'spend_page_back',
      'spend_page_on',
      'spend_shown',
      'spend_withdraw',
    ],
    ...[
      'brought_file_import',
      'brought_file_change',
      'brought_file_cancel',
      'brought_file_dmy',
      'brought_file_mdy',
      'brought_file_ymd',
      'brought_file_comma',
      'brought_file_point',
      'brought_file_marketing',
      'brought_file_sales',
      'brought_file_post_all',
      'brought_file_post_none',
      'brought_file_undo',
      'brought_file_currency',
      'brought_file_words',
      'brought_file_no_state',
      'brought_file_fill',
      'brought_file_fill_nothing',
      'brought_file_watch',
      'brought_file_watch_no_more',
      'brought_file_replaces',
      'brought_file_adds_up',
      'brought_file_leaves_out',
    ],
  ],
  views: [
    ...[
      'settings_channels_modal',
      'settings_people_modal',
      'settings_admitted_modal',
      'settings_hours_modal',
      'settings_promises_modal',
    ],
    ...['settings_contact_modal', 'settings_scorecard_modal', 'reason_add_modal', 'reason_reword_modal'],
    ...['goal_form_modal', 'goal_decline_modal', 'definition_decline_modal'],
    ...['definition_modal', 'routing_rule_modal', 'web_form_add_modal'],
    ...['web_form_renew_modal', 'web_form_remove_modal', 'web_form_questions_modal'],
    ...['source_change_modal', 'source_campaign_modal', 'source_merge_modal', 'source_split_modal'],
    ...['source_choose_modal', 'brought_file_change_modal', 'brought_file_words_modal'],
    'web_form_sign_modal',
    ...['spend_form_modal', 'spend_withdraw_modal'],
  ],
  commands: ['/tango', '/scorecard'],
  shortcuts: ['import_file'],
  events: [] as string[],
};

/** Nobody acts: an account has changed, or a workflow has come to its step. */
const NOBODY_ACTS = [
  ...[
    'user_change',
    'team_join',
    'subteam_updated',
    'subteam_members_changed',
    'channel_shared',
    'channel_unshared',
    'function_executed',
  ],
  ...[
    'channel_archive',
    'channel_unarchive',
    'channel_deleted',
    'channel_id_changed',
    'member_joined_channel',
  ],
  ...['group_archive', 'group_unarchive', 'group_deleted', 'group_left', 'channel_left'],
  ...['app_uninstalled', 'tokens_revoked'],
  // Whoever is let in is answered; to all others Tango writes no direct messages.
  'message.im',
];

/** Menus that ask what they offer: nothing to whoever is not let in, since Slack has no place there for a sentence. */
const OFFERS = ['duplicate_of', 'source', 'sources', 'web_form_source', 'spend_source', 'file_source'];

/** The same for marketing and managers alone. */
const OFFERS_TO_MARKETING = ['source_find', 'into', 'spend_campaign'];

type Kind = keyof typeof LETS_IN;
const KINDS: readonly Kind[] = ['actions', 'views', 'commands', 'shortcuts', 'events'];

it('Whatever is heard is said to be for somebody', () => {
  const heard = heardBy();
  for (const kind of KINDS) {
    const nobody = kind === 'events' ? NOBODY_ACTS : [];
    const said = [...LETS_IN[kind], ...FOR_MEMBERS[kind], ...nobody];
    expect([kind, said.toSorted()]).toEqual([kind, [...new Set(heard[kind])].sort()]);
  }
  expect([...OFFERS, ...OFFERS_TO_MARKETING].sort()).toEqual(heard.options.sort());
});

it('The tables say the same', () => {
  const ids = LISTENERS.filter(({ membersOnly }) => membersOnly).flatMap(
    ({ clicks = {}, forms = [], commands = {} }) => [
      ...Object.keys({ ...clicks, ...commands }),
      ...forms.flatMap(({ callbackId, redrawnBy }) => [callbackId, redrawnBy ?? callbackId]),
    ],
  );
  const { actions, views, commands } = FOR_MEMBERS;
  expect(new Set(ids)).toEqual(new Set([...actions, ...views, ...commands]));
});

const AGENCY = { id: 'T_AGENCY' };

interface Row {
  who: string;
  user: Omit<SeedUser, 'name' | 'realName'>;
  /** Where a setting could let them in: what is said until it does, and what is said of what is never theirs. */
  says: RegExp;
  never: RegExp | null;
}

const GUEST = {
  says: /^Guests of this workspace take no part/,
  never: /^This is for members .* not for guests/,
};
const OUTSIDER = { says: /^Only people of this workspace/, never: /^This is for members .* other companies/ };

const OTHERS: readonly Row[] = [
  { who: 'a guest of several channels', user: { id: 'U_GUEST', guest: 'multi_channel' }, ...GUEST },
  { who: 'a guest of one channel', user: { id: 'U_GUEST', guest: 'single_channel' }, ...GUEST },
  { who: 'somebody of a connected company', user: { id: 'U_AGENCY', team: AGENCY }, ...OUTSIDER },
  { who: 'a stranger', user: { id: 'U_AGENCY', team: AGENCY, isStranger: true }, ...OUTSIDER },
  { who: 'a deactivated account', user: { id: 'U_GONE', isDeleted: true }, says: /deactivated/, never: null },
  { who: 'another app', user: { id: 'U_BOT', isBot: true }, says: /^An app cannot/, never: null },
  { who: 'Slackbot', user: { id: 'USLACKBOT' }, says: /^An app cannot/, never: null },
  {
    who: 'an id that nobody has',
    user: { id: 'U_HIDDEN', isHidden: true },
    says: /knows no account/,
    never: null,
  },
];

const DOOR =
  /^(Guests of this workspace take no part|Only people of this|This is for members|This account is deact|An app cannot|Slack knows no|Slack could not tell)/m;

interface Scene {
  world: World;
  hands: Hands;
  card: { channel: string; ts: string };
}

/** A person in the leads channel, before a message with every button that there is. */
async function sceneWith(user: Row['user']): Promise<Scene> {
  const world = await startWorld({ pace: false });
  const { emulator } = world;
  if (!emulator.workspace.people.find(user.id)) {
    emulator.admin.addPerson({ name: user.id.toLowerCase(), realName: user.id, ...user });
  }
  emulator.admin.invite(LEADS, user.id);
  const buttons = [...new Set(heardBy().actions)].map((id) => ({
    ...{ type: 'button' as const, action_id: id, text: { type: 'plain_text' as const, text: id } },
  }));
  // A message has fifty blocks at most.
  const rows = Array.from({ length: Math.ceil(buttons.length / 5) }, (_, at) => ({
    ...{ type: 'actions' as const, elements: buttons.slice(at * 5, at * 5 + 5) },
  }));
  const client = clientOf(emulator, emulator.tokens.bot);
  const { ts = '' } = await client.chat.postMessage({ channel: LEADS, text: 'All of it', blocks: rows });
  await emulator.settled();
  return { world, hands: emulator.as(user.id), card: { channel: LEADS, ts } };
}

type Act = (scene: Scene, id: string) => Promise<string>;

/** What the person reads for it, in the way of each kind of request. */
const ACTS: Record<Kind, Act> = {
  actions: (scene, id) => whispered(scene, () => scene.hands.click(scene.card, id)),
  commands: (scene, id) => whispered(scene, () => scene.hands.command(id, 'help', { channel: LEADS })),
  views: async ({ world, hands }, id) => {
    const view = formOf(hands.user, id);
    world.emulator.workspace.views.open(view);
    const outcome = await hands.submit(view);
    return outcome.result === 'errors' ? Object.values(outcome.errors).join() : textOf(view);
  },
  shortcuts: async ({ hands, card }, id) => {
    await hands.messageShortcut(id, card);
    return textOf(await hands.openModal());
  },
  events: async ({ world, hands }) => {
    const isQueued = queued(world);
    hands.openHome();
    await Promise.race([isQueued, world.emulator.waitFor(() => hands.home() !== undefined)]);
    await world.settle();
    return textOf(hands.home() ?? { blocks: [] });
  },
};

/** An event is acknowledged before it is followed: this is when it was. */
function queued({ bot }: World): Promise<void> {
  return new Promise((resolve) => {
    const end = bot.ctx.db.listen('outbox', () => {
      end();
      resolve();
    });
  });
}

async function whispered({ hands }: Scene, act: () => Promise<unknown>): Promise<string> {
  const before = hands.ephemerals(LEADS).length;
  await act();
  return hands
    .ephemerals(LEADS)
    .slice(before)
    .map(({ text }) => text)
    .join();
}

/** One input, so that there is something to say it beside. */
function formOf(user: string, callbackId: string): View {
  const element = { type: 'plain_text_input', action_id: 'anything' };
  const label = { type: 'plain_text', text: 'Anything' };
  const blocks = [{ type: 'input', block_id: 'anything', optional: true, label, element }];
  const id = `V_${callbackId}`;
  const place = { id, rootId: id, previousId: null, user, callbackId, externalId: '', privateMetadata: '' };
  const looks = { title: label, submit: label, close: null, clearOnClose: false, notifyOnClose: false };
  return { ...place, ...looks, type: 'modal', hash: '1', blocks, entered: {} };
}

/** Each thing that is heard, with what was read for it. */
async function tryAll(scene: Scene, ids: Record<Kind, readonly string[]>): Promise<[string, string][]> {
  const read: [string, string][] = [];
  for (const kind of KINDS) {
    for (const id of ids[kind]) {
      read.push([id, await ACTS[kind](scene, id)]);
      scene.world.emulator.workspace.views.clear(scene.hands.user);
    }
  }
  return read;
}

const otherThan = (says: RegExp, read: [string, string][]) => read.filter(([, said]) => !says.test(said));

/** All that an act could have left behind. */
function traces({ world }: Scene) {
  return world.bot.ctx.db.transaction(async ({ sql }) => {
    const tables = ['outbox', 'leadEvent', 'setting', 'auditLog', 'homeSeen', 'lead'] as const;
    const rows = await Promise.all(tables.map((table) => sql.selectFrom(table).selectAll().execute()));
    return rows.map(({ length }) => length);
  });
}

function admitAll({ world }: Scene) {
  const value = JSON.stringify({ guests: true, connected: true });
  return world.bot.ctx.db.transaction((tx) =>
    tx.sql
      .insertInto('setting')
      .values({ key: 'admitted', value, updatedAt: 0, updatedBy: 'tango' })
      .execute(),
  );
}

it('A member is let in everywhere', async () => {
  const scene = await sceneWith({ id: ANA });
  const read = [...(await tryAll(scene, LETS_IN)), ...(await tryAll(scene, FOR_MEMBERS))];
  expect(read.filter(([, said]) => DOOR.test(said))).toEqual([]);
});

it.each(OTHERS)('$who is told so, whatever it is, and leaves nothing behind', async ({ user, says }) => {
  const scene = await sceneWith(user);
  const before = await traces(scene);
  expect(otherThan(says, await tryAll(scene, LETS_IN))).toEqual([]);
  const forMembers = await tryAll(scene, FOR_MEMBERS);
  expect(forMembers.filter(([, said]) => !DOOR.test(said))).toEqual([]);
  expect(await traces(scene)).toEqual(before);
});

it('A menu offers nothing to whoever is not let in', async () => {
  const scene = await sceneWith({ id: ANA });
  const others = OTHERS.map(({ user }) => user).filter(({ id }) => id !== 'USLACKBOT');
  for (const user of others) {
    if (!scene.world.emulator.workspace.people.find(user.id))
      scene.world.emulator.admin.addPerson({ name: user.id.toLowerCase(), realName: user.id, ...user });
  }
  const offered: [string, string, number][] = [];
  const { leads } = (await (await scene.world.post('/api/leads', [ONE, OTHER])).json()) as {
    leads: { id: string }[];
  };
  for (const id of [ANA, ...others.map((user) => user.id)]) {
    for (const action of [...OFFERS, ...OFFERS_TO_MARKETING]) {
      const hands = scene.world.emulator.as(id);
      const view = askingForm(id, action, leads[0]!.id);
      scene.world.emulator.workspace.views.open(view);
      offered.push([id, action, (await hands.suggestions(view, action, '')).length]);
    }
  }
  expect(offered.filter(([, , count]) => count > 0).map(([id]) => id)).toEqual(OFFERS.map(() => ANA));
});

const ONE = { source: 'Webinar', name: 'Dana Whitfield', company: 'Harbour Hotels' };
const OTHER = { source: 'Website', name: 'Dana Whitfield', company: 'Harbour Hotels' };

function askingForm(user: string, action: string, privateMetadata: string): View {
  const [block] = formOf(user, 'asks').blocks as Record<string, unknown>[];
  const element = { type: 'external_select', action_id: action };
  return {
    ...formOf(user, `asks_${action}_${user}`),
    privateMetadata,
    blocks: [{ ...block, type: 'input', block_id: action, element }],
  };
}

it.each(OTHERS)(
  'Where the settings let guests and connected companies in: $who',
  async ({ user, says, never }) => {
    const scene = await sceneWith(user);
    await admitAll(scene);
    const leads = await tryAll(scene, LETS_IN);
    const before = await traces(scene);
    expect(never ? leads.filter(([, said]) => DOOR.test(said)) : otherThan(says, leads)).toEqual([]);
    expect(otherThan(never ?? says, await tryAll(scene, FOR_MEMBERS))).toEqual([]);
    expect(await traces(scene)).toEqual(before);
  },
);

describe('what nobody does', () => {
  it('is followed whoever it is about', async () => {
    const { world } = await sceneWith({ id: ANA });
    await world.emulator.as(ANA).command('/tango', 'help', { channel: LEADS });
    world.emulator.admin.changePerson(ANA, { isDeleted: true, team: AGENCY });
    await world.emulator.settled();
    const { people } = await viewSettings(world.bot.ctx);
    expect(people?.get(ANA)).toMatchObject({ isActive: false, team: 'T_AGENCY' });
  });

  it('is refused to a workflow of another company', async () => {
    const { world, hands } = await sceneWith({ id: ANA });
    const { team } = world.emulator.workspace;
    const ours = hands.runStep('create_lead', { source: 'Form', name: 'Dana' });
    await world.emulator.settled();
    expect(ours.state).toBe('succeeded');
    team.id = 'T_AGENCY';
    const theirs = hands.runStep('create_lead', { source: 'Form', name: 'Dana' });
    await world.emulator.settled();
    expect(theirs.error).toMatch(/^Only people of this workspace/);
  });
});
