/**
 * Who somebody is to the team: one rule for who may act, and one for whom something may be given to.
 *
 * Ours is whoever has an account in the workspace of our app, or in another one of the same organisation. Members always may. Guests, and
 * people of connected companies, may do what is about leads and stories where a setting lets them; how the team works, its figures and
 * its people are for members alone. Bots, deactivated accounts and ids that nobody has never may.
 *
 * Asked by usecases/team/who-acts of every request, and of everybody who is chosen. Stored with the person by store/team/person.
 */
/** Where an account is, as far as it was told. */
export interface Origin {
  team: string | null;
  /** The organisation of several workspaces that it belongs to. */
  enterprise: string | null;
}

/** What kind of account it is; `nobody`: there is none of that id. */
export type Account = 'member' | 'guest' | 'stranger' | 'nobody';

/** What is known of a person's account. */
export interface Identified extends Origin {
  isActive: boolean;
  isBot: boolean;
  /** Null until it was told. */
  account: Account | null;
}

/** The workspace that our app is installed in. */
export interface Workspace extends Origin {
  team: string;
  /** Where it is in a browser, "https://sample.slack.com/"; left out or null: Slack has not told. */
  url?: string | null | undefined;
}

/** Who others let in. Off at first. */
export interface Admitted {
  /** Guests of our own workspace, of one channel or several. */
  guests: boolean;
  /** People of companies that share a channel with us. */
  connected: boolean;
}

export const NOBODY_ADMITTED: Admitted = { guests: false, connected: false };

export type Exclusion = 'nobody' | 'deactivated' | 'bot' | 'guest' | 'outsider';

interface Question {
  workspace: Workspace;
  admitted: Admitted;
  /** What the request itself says of its person: newer than what we know. */
  said?: Origin;
}

/** Why this person may neither act nor be given anything; null: they may. */
export function exclusionOf(person: Identified, { workspace, admitted, said }: Question): Exclusion | null {
  if (person.account === 'nobody') return 'nobody';
  if (!person.isActive) return 'deactivated';
  if (person.isBot) return 'bot';
  if (!isOurs(person, workspace, said)) return admitted.connected ? null : 'outsider';
  return person.account === 'guest' && !admitted.guests ? 'guest' : null;
}

/** A request that says another workspace than ours is of ours only where we know the organisation to be the same. */
function isOurs(person: Identified, workspace: Workspace, said: Origin = NOWHERE): boolean {
  if (said.team === null) return person.account !== 'stranger' && isWithin(person, workspace);
  return isWithin(said, workspace) || isSameEnterprise(person, workspace);
}

const NOWHERE: Origin = { team: null, enterprise: null };

function isWithin(origin: Origin, workspace: Workspace): boolean {
  return origin.team === workspace.team || isSameEnterprise(origin, workspace);
}

function isSameEnterprise({ enterprise }: Origin, workspace: Workspace): boolean {
  return enterprise !== null && enterprise === workspace.enterprise;
}

/** A request without a person: it must not come from elsewhere. */
export function isFromElsewhere(said: Origin, workspace: Workspace): boolean {
  return said.team !== null && !isWithin(said, workspace);
}
