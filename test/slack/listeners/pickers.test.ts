/** Every picker of people in every form × whom it may not take: refused beside the field, whatever else is filled in. */
import { expect, it } from 'vitest';
import type { Hands } from '../../../emulator/person/hands.ts';
import type { SeedUser } from '../../../emulator/workspace/seed.ts';
import type { View } from '../../../emulator/workspace/views.ts';
import { gallery } from '../../../src/slack/gallery.ts';
import { startWorld, type World } from '../../support/world.ts';
import type { FormRow } from './form-rows/form-row.ts';
import { LEAD_ROWS } from './form-rows/lead.ts';
import { SOURCE_ROWS } from './form-rows/source.ts';
import { SPEND_ROWS } from './form-rows/spend.ts';
import { STORY_ROWS } from './form-rows/story.ts';
import { TEAM_ROWS } from './form-rows/team.ts';

const PICKERS = ['users_select', 'multi_users_select'];

/** Known to Slack alone: that they may not be chosen is asked while the form is being taken. */
const UNFIT: readonly [SeedUser, RegExp][] = [
  [{ id: 'U_BOT', name: 'bot', realName: 'Bot', isBot: true }, /^bot is an app/],
  [{ id: 'U_GONE', name: 'gone', realName: 'Gone', isDeleted: true }, /^gone has a deactivated account/],
  [{ id: 'U_GUEST', name: 'guest', realName: 'Guest', guest: 'single_channel' }, /^guest is a guest/],
  [{ id: 'U_SAM', name: 'sam', realName: 'Sam', team: { id: 'T_AGENCY' } }, /^sam is of another company/],
  [{ id: 'U_HIDDEN', name: 'hidden', realName: 'Hidden', isHidden: true }, /has no account in Slack/],
];

const NO_PERSON: readonly [string, RegExp][] = ['S0SALES', '<!channel>', '@here', 'C_LEADS'].map((id) => [
  id,
  /^Please choose a person, no group and no channel/,
]);

const WRONG = [
  ...UNFIT.map(([{ id }, says]) => [id, says] as const),
  ...([
    ['U_TANGO', /^tango is an app/],
    ['USLACKBOT', /^slackbot is an app/],
    ['U_NOT_THERE', /has no account/],
  ] as const),
  ...NO_PERSON,
];

async function opened(row: FormRow): Promise<{ world: World; hands: Hands; view: View }> {
  const world = await startWorld({ pace: false });
  for (const [user] of UNFIT) world.emulator.admin.addPerson(user);
  const hands = await row.open(world);
  const view = await hands.openModal(row.form);
  hands.fill(view, typeof row.filling === 'function' ? row.filling(hands) : row.filling);
  return { world, hands, view };
}

function pickersOf({ blocks }: { blocks: readonly unknown[] }): string[] {
  return (blocks as { block_id?: string; element?: { type?: string } }[]).flatMap(
    ({ block_id: id = '', element }) => (PICKERS.includes(element?.type ?? '') ? [id] : []),
  );
}

/** By the gallery, which has every view in every state. */
const FORMS_WITH_PICKERS = new Set(
  gallery().flatMap((entry) => {
    if (!('modal' in entry)) return [];
    const { callback_id: form = '', blocks } = entry.modal;
    return pickersOf({ blocks }).length > 0 ? [form] : [];
  }),
);

const ROWS = [...LEAD_ROWS, ...SOURCE_ROWS, ...SPEND_ROWS, ...STORY_ROWS, ...TEAM_ROWS].filter(
  ({ form, when }) => FORMS_WITH_PICKERS.has(form) && when !== 'one that is there',
);

it('Every form with a picker has its row', () => {
  expect(new Set(ROWS.map(({ form }) => form))).toEqual(FORMS_WITH_PICKERS);
  expect(FORMS_WITH_PICKERS).toContain('lead_assign_modal');
});

/** One that takes turns is among those who do, or is refused for not being among them. */
const OTHERWISE: Record<string, RegExp> = { twice: /^Please choose among those who take turns/ };

it.each(ROWS.map((row) => [[row.form, row.when].filter(Boolean).join(', '), row] as const))(
  '%s takes nobody who may not be chosen',
  async (_name, row) => {
    const { world, hands, view } = await opened(row);
    const pickers = pickersOf(view);
    const kept = structuredClone(view.entered);
    for (const picker of pickers) {
      for (const [id, says] of WRONG) {
        hands.fill(view, { [picker]: [id] });
        const said = await hands.submit(view);
        const isSaid = [says, OTHERWISE[picker]].filter((each) => each !== undefined);
        expect([picker, id, said.result]).toEqual([picker, id, 'errors']);
        const sentence = said.result === 'errors' ? said.errors[picker] : '';
        expect(
          isSaid.some((each) => each.test(sentence ?? '')),
          `${picker}, ${id}: ${sentence}`,
        ).toBe(true);
        view.entered = structuredClone(kept);
      }
    }
    expect(['closed', 'updated']).toContain((await hands.submit(view)).result);
    await world.settle();
  },
);
