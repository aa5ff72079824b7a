import type { Entry } from '../../../../emulator/person/entered-value.ts';
import type { Hands } from '../../../../emulator/person/hands.ts';
import type { Message } from '../../../../emulator/workspace/messages.ts';
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
  /** What is refused beside a field, and what is said there. Null: its window lets nothing wrong through. */
  wrong: { filling: Filling; errors: Record<string, string> } | null;
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
