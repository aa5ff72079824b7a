import type { ClickHandler } from './click.ts';
import type { CommandHandler } from './command.ts';
import type { EventHandler } from './event.ts';
import type { ListModal } from './listen.ts';
import type { FormListener } from './on-form.ts';
import type { OptionsHandler } from './options.ts';
import type { ShortcutHandler } from './shortcut.ts';
import type { StepHandler } from './step.ts';

/** What Tango hears about one noun, by id. */
export interface Listeners {
  /** How the team works, its figures and its people: for members alone, whoever else is let in. */
  membersOnly?: true;
  clicks?: Readonly<Record<string, ClickHandler>>;
  /** Each names its own id. */
  forms?: readonly FormListener[];
  /** Of what can be done in many modals. */
  lists?: readonly ListModal[];
  /** What menus offer while somebody types into them. */
  options?: Readonly<Record<string, OptionsHandler>>;
  commands?: Readonly<Record<string, CommandHandler>>;
  shortcuts?: Readonly<Record<string, ShortcutHandler>>;
  steps?: Readonly<Record<string, StepHandler>>;
  events?: Readonly<Record<string, EventHandler>>;
  /** What is done with an event of somebody who is not let in. */
  turnedAway?: Readonly<Record<string, EventHandler>>;
}
