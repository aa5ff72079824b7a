import type { Entry } from '../../../../emulator/person/entered-value.ts';
import type { Hands } from '../../../../emulator/person/hands.ts';
import type { Message } from '../../../../emulator/workspace/messages.ts';
import type { View } from '../../../../emulator/workspace/views.ts';
import { cardsOf } from '../../../support/cards.ts';
import type { World } from '../../../support/world.ts';

type Filling = Record<string, Entry>;

/** One form, and what people do with it. */
export interface FormRow {
  /** The callback id. */
  form: string;
  /** Where one form has several rows: which this is. */
  when?: string;
  /** Opens it by hand, as people do, and says whose hand. Of a form in two steps the first is done. */
  open(world: World): Promise<Hands>;
  /** All that it asks, in a way that is taken. */
  filling: Filling | ((hands: Hands) => Filling);
  /** As wrong as can be: every field that can be, and what is said beside each, all at once. Null: its window lets nothing wrong through. */
  wrong: Wrong | null;
  /** What cannot be wrong together with that. */
  apart?: Wrong;
  /** Another row of this form, in which all of its fields are held. */
  heldAs?: string;
  /** Fields that look as if they could be wrong, and why they cannot. */
  neverWrong?: Record<string, string>;
}

interface Wrong {
  filling: Filling;
  errors: Record<string, string>;
}

/** Of another company, and so nobody to whom anything is given; chosen as anybody who shares a channel can be. */
export const SAM = 'U0OUTSIDE1';
export const NOT_SAM =
  'Sam is of another company. A manager may let connected companies take part, under /tango settings.';

/** Room for whatever they like, or a choice among what is offered. */
const FREE = [
  'checkboxes',
  'radio_buttons',
  'static_select',
  'external_select',
  'multi_external_select',
  'file_input',
];

/** The fields into which something can be put that no window refuses and that cannot be. */
export function doubtful({ blocks }: Pick<View, 'blocks'>): string[] {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return inputs.filter(isDoubtful).map(({ block_id: id }) => String(id));
}

function isDoubtful({ element, optional }: View['blocks'][number]): boolean {
  const { type } = element as { type: string };
  return type === 'plain_text_input' ? optional !== true : !FREE.includes(type);
}

/** A new lead, and its card as it is once all is sent. */
export async function newLead(world: World): Promise<() => Message> {
  await world.post('/api/leads', { source: 'Webinar', externalId: 'form-1', company: 'Harbour Hotels' });
  await world.settle();
  return () => cardsOf(world.emulator)[0]!;
}

/** What everybody sees in a channel once all is sent, oldest first. */
export async function shownIn(world: World, channel: string): Promise<Message[]> {
  await world.settle();
  return world.emulator.workspace.messages.in(channel).filter(({ onlyFor }) => onlyFor === undefined);
}

const offered = (text: string) => ({ text: { type: 'plain_text', text, emoji: true }, value: text });

/** What was chosen in a menu that asks what it offers, as Slack hands it over. */
export const fromMenu = (name: string) => ({
  type: 'external_select',
  selected_option: offered(name),
});

/** The same where several may be chosen. */
export const severalFromMenu = (...names: string[]) => ({
  type: 'multi_external_select',
  selected_options: names.map(offered),
});
