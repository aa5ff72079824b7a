/**
 * A door: a way in from outside that asks for a secret. Whoever is refused there by mistake does not notice, and loses their leads in
 * silence: a form that still signs with last year's secret, a clock that is wrong. So what is refused is counted by day, in one row a
 * reason, whatever comes.
 *
 * Counted by intake/doors, stored by store/delivery/door-count, watched by usecases/delivery/watch-doors, said by sentences/en/door.
 */

/** Each with the variable that holds what it asks for; null: it has many, which are made in Slack. */
export const DOORS = {
  api: 'INTAKE_TOKEN',
  slack: 'SLACK_SIGNING_SECRET',
  typeform: 'TYPEFORM_SECRET',
  hubspot: 'HUBSPOT_CLIENT_SECRET',
  'google-ads': 'GOOGLE_ADS_KEY',
  meta: 'META_APP_SECRET',
  webflow: 'WEBFLOW_SECRET',
  calendly: 'CALENDLY_SIGNING_KEY',
  tally: 'TALLY_SIGNING_SECRET',
  form: null,
} as const;

export type Door = keyof typeof DOORS;

/** By which forms come that are made and known at a vendor. */
export type VendorDoor = Exclude<Door, 'api' | 'slack' | 'form'>;

/** Why somebody was refused who may have meant well. */
export const MISTAKES = ['wrong_secret', 'wrong_time', 'too_large', 'not_understood'] as const;

export type Mistake = (typeof MISTAKES)[number];

/** The others knock everywhere, at doors that nobody has opened too: whoever shows no secret at all, and whoever comes too often. */
export type RefusedFor = Mistake | 'unsigned' | 'too_many' | 'off';

export type DoorResult = 'accepted' | RefusedFor;

export interface DoorCount {
  door: Door;
  result: DoorResult;
  count: number;
  /** Of the latest, epoch ms. */
  at: number;
}

/** What came of the requests of one day at one door. */
export interface DoorDay {
  /** YYYY-MM-DD, in the team's zone. */
  day: string;
  result: DoorResult;
  count: number;
}

export interface ClosedDoor {
  /** The first day on which nobody came through. */
  since: string;
  /** From that day on, by reason. */
  refused: Partial<Record<Mistake, number>>;
}

/** Null: somebody came through today, or nobody was refused today who may have meant well. */
export function closedDoor(days: readonly DoorDay[], today: string): ClosedDoor | null {
  const opened = days.filter(({ result }) => result === 'accepted').map(({ day }) => day);
  const lastOpen = opened.reduce((latest, day) => (day > latest ? day : latest), '');
  const mistakes = days.filter(({ day, result }) => isMistake(result) && day > lastOpen && day <= today);
  if (!mistakes.some(({ day }) => day === today)) return null;
  const refused: Partial<Record<Mistake, number>> = {};
  for (const reason of MISTAKES) {
    const total = mistakes.reduce((sum, { result, count }) => (result === reason ? sum + count : sum), 0);
    if (total > 0) refused[reason] = total;
  }
  return { since: mistakes.map(({ day }) => day).sort()[0] ?? today, refused };
}

export function isMistake(result: DoorResult): result is Mistake {
  return MISTAKES.some((mistake) => mistake === result);
}
