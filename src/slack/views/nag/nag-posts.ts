/** Two posts in the leads channel: what has come due a moment ago, and, once a day, what waits since an earlier one. */
import { HERE, type Recipient } from '../../../domain/nag/receipt.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { person } from '../kit/text.ts';
import { leadButtons, leadMenu } from '../lead/lead-buttons.ts';
import { leadRow } from '../lead/lead-row.ts';
import { type ListedLead, listedLead, waits } from './lead-list.ts';

interface PostScene {
  /** At most `MOST_LISTED` of them. */
  entries: readonly ListedLead[];
  /** How many there are in all, and how many of them wait still. */
  count: number;
  waiting: number;
  timezone: string;
  now: number;
}

/** Each is a block of its own, with its button. */
export const MOST_LISTED = 20;

/** Whoever is at work is called once, when it is posted: edits call nobody. */
export function nagPost({ called, ...scene }: PostScene & { called: readonly Recipient[] }): MessageView {
  const { waiting, count } = scene;
  const title = waiting === 0 ? 'All of these were taken.' : 'Waiting to be claimed longer than we promised.';
  const [first] = scene.entries;
  const isAlone = count === 1 && first?.promise;
  const blocks = isAlone ? whole(first, scene) : lines(scene);
  return { text: title, blocks: [section(`*${title}*`), ...blocks, ...(waiting > 0 ? calls(called) : [])] };
}

function calls(called: readonly Recipient[]): TangoBlock[] {
  if (called.length === 0) return [];
  if (called.includes(HERE)) return [context('<!here>: who can take one?')];
  const people = called.map((id) => person(id)).join(' ');
  return [context(`${people} ${called.length === 1 ? 'is' : 'are'} at work now.`)];
}

/** Names leads and no person: nobody is blamed. */
export function waitingPost(scene: PostScene): MessageView {
  const { waiting } = scene;
  const many = waiting === 1 ? '1 lead waits' : `${waiting} leads wait`;
  const title = waiting === 0 ? 'All that waited here has moved on.' : `${many} since an earlier day.`;
  return { text: title, blocks: [section(`*${title}*`), ...lines(scene)] };
}

/** It goes on in another message. */
export function continued(): MessageView {
  const text = 'What still waits here goes on in a newer message.';
  return { text, blocks: [section(text)] };
}

/** The only one comes with all that is needed to call. */
function whole(entry: ListedLead, { timezone, now }: PostScene): TangoBlock[] {
  return [
    section(`${leadRow(entry)}\nWaits ${waits(entry, timezone)}`),
    actions([...leadButtons(entry.lead), leadMenu(entry.lead, now)]),
  ];
}

function lines({ entries, count, timezone }: PostScene): TangoBlock[] {
  const shown = entries.map((entry) => {
    const [next] = leadButtons(entry.lead);
    return section(listedLead(entry, timezone), entry.promise && next ? { accessory: plainly(next) } : {});
  });
  const rest = count - shown.length;
  return rest > 0 ? [...shown, context(`and ${rest} more`)] : shown;
}

/** In a list no one thing is the next. */
function plainly({ style: _, ...button }: ReturnType<typeof leadButtons>[number]) {
  return button;
}
