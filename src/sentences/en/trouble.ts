/** What only a person can mend, in a sentence with what to do, fit for a manager. */
import type { FetchVendor } from '../../domain/delivery/fetch-job.ts';
import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { OfficeName } from '../../domain/team/office.ts';
import type { PlaceName } from '../../domain/team/place.ts';
import { clip } from '../clip.ts';
import type { Voice } from '../voice.ts';
import { sayMessage } from './announcement.ts';
import { sayClosedDoor } from './door.ts';
import { sayFormName } from './web-form.ts';

export function sayTrouble(trouble: TroubleFacts, voice: Voice): string {
  switch (trouble.code) {
    case 'wrong_address':
      return `Something between us and Slack answers in its place (${voice.text(trouble.word)}). Please check SLACK_API_URL and the proxy.`;
    case 'quota':
      return 'This workspace has used up its message quota. What we have to say waits and is tried hourly.';
    case 'token_refused':
      return `Slack refuses our token (${voice.text(trouble.word)}): nothing is sent until that is mended.`;
    case 'deaf':
      return `For some minutes Slack has not reached me (${voice.text(trouble.word)}): buttons and commands fail. Leads are taken, and what I have to say still comes. Whoever runs Tango finds the cause in its log and at /readyz.`;
    case 'content_refused':
      return `Slack refused how we show ${sayMessage(trouble.message)} (${voice.text(trouble.word)}); a simpler form went out. Please report this.`;
    case 'destination_refused':
      return destinationRefused(trouble, voice);
    case 'look_refused':
      return lookRefused(trouble, voice);
    case 'channel_shared':
      return channelShared(trouble.target, voice);
    case 'not_member':
      return notMember(trouble.target, voice);
    case 'office_forsaken':
      return FORSAKEN[trouble.office];
    case 'group_empty':
      return emptyGroup(trouble, voice);
    case 'scopes_missing':
      return scopesMissing(trouble.scopes, voice);
    case 'no_channel':
      return noChannel(trouble);
    case 'given_up':
      return `${capital(sayMessage(trouble.message))} could not be sent: ${voice.text(trouble.word)}. \`tango outbox\` shows it; \`tango outbox retry\` sends it again once that is mended.`;
    case 'fetch_token_refused':
      return cannotFetch(trouble.vendor, `the token is refused (${voice.text(answered(trouble.word))})`);
    case 'fetch_unanswered':
      return `${VENDORS[trouble.vendor]} tells of a new lead by an id alone, and does not say who it is (${voice.text(answered(trouble.word))}). I ask again, each time later, for a day and a half. Please look for new leads there meanwhile.`;
    case 'fetch_given_up':
      return `${VENDORS[trouble.vendor]} has told of a lead by an id alone and never said who it is (${voice.text(answered(trouble.word))}): I have stopped asking. Please look for it there; \`tango outbox retry\` asks once more.`;
    case 'fetch_token_missing':
      return cannotFetch(trouble.vendor, `${trouble.variable} is not set`);
    case 'deals_unread':
      return `${VENDORS[trouble.vendor]} tells of deals, and I may not read them: its access token needs the scope crm.objects.deals.read. Leads come as before; I ask for the deals again for a day and a half.`;
    case 'forms_unread':
      return unreadForms(trouble, voice);
    case 'deal_stage_unclear':
      return unclearStage(trouble, voice);
    case 'door_closed':
      return sayClosedDoor(trouble);
    case 'web_form_unclear':
      return unclearForm(trouble, voice);
    case 'in_words':
      return trouble.text;
  }
}

function unreadForms(
  { vendor, account }: Extract<TroubleFacts, { code: 'forms_unread' }>,
  voice: Voice,
): string {
  const whose = account === null ? '' : ` (account ${voice.text(account)})`;
  return `${VENDORS[vendor]}${whose} does not let me read what its forms ask: the access token lacks the scope crm.schemas.contacts.read. Leads come with name, address and the like, but without their other answers. Whoever runs Tango: please give the token that scope at ${VENDORS[vendor]}; it counts from the next lead on.`;
}

function unclearStage(
  { vendor, stage }: Extract<TroubleFacts, { code: 'deal_stage_unclear' }>,
  voice: Voice,
): string {
  const name = voice.text(clip(stage, 80));
  return `A deal of ${VENDORS[vendor]} is in the stage “${name}”, and its pipeline does not say whether that is won, lost or still open. Whoever runs Tango says so in HUBSPOT_STAGES (such as “${name}=won”) and starts it again; until then the deal is asked for again, and \`tango outbox retry\` asks once more after a day and a half.`;
}

type UnclearForm = Extract<TroubleFacts, { code: 'web_form_unclear' }>;

function unclearForm({ form, questions, labels = [], lacksWho = true }: UnclearForm, voice: Voice): string {
  const what = questions === 1 ? 'a question' : `${questions} questions`;
  const shown = labels.map((label) => `“${voice.text(clip(label, 80))}”`);
  const named =
    shown.length === 0 ? '' : ` (${[...shown, ...(questions > shown.length ? ['…'] : [])].join(', ')})`;
  const asks = lacksWho
    ? `sends leads without a name or a way to reach them, and ${what} that I do not understand${named}`
    : `asks ${what} that I do not understand${named}: the answers stand under “More”`;
  return `The form “${voice.text(clip(sayFormName(form), 100))}” ${asks}. Please say once in \`/tango forms\` what ${questions === 1 ? 'it means' : 'they mean'}: the leads that are here are filled in.`;
}

function emptyGroup(
  { office, handle, isGone }: Extract<TroubleFacts, { code: 'group_empty' }>,
  voice: Voice,
): string {
  const why = isGone ? 'is disabled or gone' : 'has no member who may act here';
  return `The user group @${voice.text(handle)}, named for ${office === 'managers' ? 'managers' : 'marketers'}, ${why}. Please look at \`/tango settings\`, under People.`;
}

const FORSAKEN: Record<OfficeName, string> = {
  managers:
    'No manager is left: the accounts of all who were named are closed. Anybody may name one with `/tango managers`; until then nobody hears of promises that have passed.',
  marketers:
    'Nobody is left who speaks for marketing: the accounts of all who were named are closed. Name somebody with `/tango settings`, under People; until then anybody may speak for marketing.',
};

/** What is said to one person has their id as its destination. */
function placeOf(target: string, voice: Voice): string {
  return /^[UW]/.test(target) ? voice.person(target as PersonId, target) : voice.channel(target);
}

function lookRefused({ target, word }: { target: string; word: string }, voice: Voice): string {
  const advice = ADVICE[word] ?? 'Please type “/invite @Tango” there.';
  return `Slack’s answer to a message for ${placeOf(target, voice)} was lost, and I may not look whether it is there (${voice.text(word)}). ${advice} Until then it waits, or it might be there twice.`;
}

function destinationRefused({ target, word }: { target: string; word: string }, voice: Voice): string {
  const place = placeOf(target, voice);
  const advice = ADVICE[word] ?? 'Please check it, or choose another place in the settings.';
  return `I cannot post to ${place} (${voice.text(word)}). ${advice} What I have to say there waits.`;
}

function channelShared(target: string, voice: Voice): string {
  const place = placeOf(target, voice);
  return `${place} is shared with another company. From now on what I post there says neither how to reach a lead nor any amount, and people of that company cannot act; \`/tango settings\` lets them. Cards of the last 90 days are drawn again like that; what else is posted already stays as it is.`;
}

function notMember(target: string, voice: Voice): string {
  return `I am not in ${placeOf(target, voice)}. What I post there arrives, but I cannot see whether it did when Slack’s answer is lost, nor hear what happens to the channel. Please type “/invite @Tango” there.`;
}

function scopesMissing(scopes: readonly string[], voice: Voice): string {
  const some = scopes.length === 1 ? 'a permission' : `${scopes.length} permissions`;
  return `The app lacks ${some} (${voice.text(scopes.join(', '))}), so that something will not work. Whoever administers it in Slack: please paste manifest.yml again and reinstall the app.`;
}

const SHOWN_AT: Record<PlaceName, readonly [one: string, many: string]> = {
  leads: ['lead waits', 'leads wait'],
  field: ['request waits', 'requests wait'],
  marketing: ['message waits', 'messages wait'],
  scorecard: ['scorecard waits', 'scorecards wait'],
};

function noChannel({ place, waiting }: { place: PlaceName; waiting: number }): string {
  const [one, many] = SHOWN_AT[place];
  const noun = place === 'scorecard' ? 'the scorecard' : place;
  return `No channel is named for ${noun}: ${waiting} ${waiting === 1 ? one : many} to be shown. Please name one in \`/tango settings\`, Channels; what waits then appears there.`;
}

const ADVICE: Readonly<Record<string, string>> = {
  not_in_channel: 'Please type “/invite @Tango” there.',
  channel_not_found: 'If it is private, please type “/invite @Tango” there.',
  is_archived: 'It is archived: please choose another one in the settings.',
  missing_scope: 'The app lacks a permission: please reinstall it from the manifest.',
};

const VENDORS: Record<FetchVendor, string> = { hubspot: 'HubSpot', meta: 'Meta' };

function cannotFetch(vendor: FetchVendor, why: string): string {
  return `${VENDORS[vendor]} tells of new leads by an id alone, and I cannot fetch them: ${why}. They wait, none is lost.`;
}

/** "401", "Graph error 190" */
function answered(word: string): string {
  return word.replace(/^http_/, '').replace(/^graph_/, 'Graph error ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
