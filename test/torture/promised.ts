/** The first record: what clients were told is done. */

export interface SentLead {
  name: string;
  /** By which a repetition is known: an external id or an Idempotency-Key. */
  isKnownAgain: boolean;
  /** How often it was sent, answered or not. */
  sent: number;
  /** Answered with 2xx. */
  confirmed: boolean;
  /** The ids in those answers. */
  ids: Set<string>;
  /** Where it must have a card; null where it depends. */
  wantsCard: boolean | null;
}

/** Kinds of the history that a click leads to. */
export type Effect = 'claimed' | 'contacted' | 'qualified' | 'rejected' | 'undone';

export interface Click {
  lead: string;
  person: string;
  effect: Effect;
  /** How often it was pressed, answered or not. */
  pressed: number;
  /** Slack showed it as done, and nobody was told otherwise. */
  confirmed: boolean;
  /** How many private words came at once when it was pressed. */
  told: number;
}

export class Promised {
  readonly leads = new Map<string, SentLead>();
  readonly clicks: Click[] = [];
  /** Commands that were acknowledged, and what their person got to read. */
  readonly commands: { person: string; command: string; isAnswered: () => boolean }[] = [];

  /** A new one, of a name that no other has. */
  lead(known: Pick<SentLead, 'isKnownAgain' | 'wantsCard'>): SentLead {
    const name = `Lead-${this.leads.size + 1}`;
    const lead = { name, ...known, sent: 0, confirmed: false, ids: new Set<string>() };
    this.leads.set(name, lead);
    return lead;
  }

  click(click: Pick<Click, 'lead' | 'person' | 'effect'>): Click {
    const made = { ...click, pressed: 0, confirmed: false, told: 0 };
    this.clicks.push(made);
    return made;
  }

  get confirmed(): { leads: number; clicks: number } {
    return {
      leads: [...this.leads.values()].filter(({ confirmed }) => confirmed).length,
      clicks: this.clicks.filter(({ confirmed }) => confirmed).length,
    };
  }
}
