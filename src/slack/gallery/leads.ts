import { ruleOf } from '../../domain/promise/kinds.ts';
import { DAY, MINUTE } from '../../domain/time/duration.ts';
import { leadCard } from '../views/lead/lead-card.ts';
import { leadGone } from '../views/lead/lead-gone.ts';
import { leadLine } from '../views/lead/lead-line.ts';
import { leadBack, leadDm, leadReturned, movedOn } from '../views/lead/lead-reminder.ts';
import { nagView } from '../views/nag/nag.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { LATER, type Life, reasonOf, sampleLives } from './sample-leads.ts';
import { ARRIVED, BEN, MAX, MIA, SETTINGS } from './sample-people.ts';
import { promiseOn } from './sample-promises.ts';

export function leadEntries(said: Said): GalleryEntry[] {
  const lives = sampleLives(said);
  const each = Object.entries(lives);
  return [
    ...each.map(([name, life]) => ({ name: `lead card, ${name}`, message: card(life) })),
    ...each.map(([name, life]) => ({ name: `lead line, ${name}`, message: line(life) })),
    { name: 'lead to its new owner', message: leadDm(again(lives['handed over'])) },
    { name: 'lead back to its owner', message: leadDm(again(lives['back to its owner'])) },
    { name: 'lead back in the channel', message: leadBack(again(lives['off its rest'])) },
    { name: 'mended lead back in the channel', message: leadBack(again(lives.mended)) },
    {
      name: 'lead returned to marketing',
      message: leadReturned({ ...lives.returned, reasonLabel: label(lives.returned), isWaiting: true }),
    },
    {
      name: 'lead returned to marketing, gone on since',
      message: leadReturned({ ...lives.returned, reasonLabel: label(lives.returned), isWaiting: false }),
    },
    {
      name: 'reminder of a lead that has moved on',
      message: movedOn({ lead: lives.qualified.lead, sentence: `<@${BEN}> qualified it.`, url: CARD }),
    },
    {
      name: 'lead card, taken back with its import',
      message: leadGone({ fileName: said('november-fair.csv'), undoneBy: MIA }),
    },
    ...nagEntries(lives),
    ...brokenCards(lives),
  ];
}

const CARD = 'https://sample.slack.com/archives/C_LEADS/p1794921301000200';

/** As it is put before somebody once more. */
function again(life: Life) {
  return { ...life, promise: promiseOn(life.lead), url: CARD, timezone: SETTINGS.timezone, now: LATER };
}

/** Past its promise, before and after the managers know. */
function brokenCards({
  new: fresh,
  assigned,
  claimed,
  contacted,
}: ReturnType<typeof sampleLives>): GalleryEntry[] {
  const late = { now: LATER + 30 * DAY, timezone: SETTINGS.timezone, reasonLabel: null, managers: [MAX] };
  const toldAt = LATER + 20 * DAY;
  const card = ({ lead }: Life, more = {}) => leadCard({ ...late, lead, promise: promiseOn(lead, more) });
  return [
    { name: 'lead card, past its promise, unclaimed', message: card(fresh) },
    { name: 'lead card, past its promise, unclaimed, managers know', message: card(fresh, { toldAt }) },
    { name: 'lead card, past its promise, not taken', message: card(assigned, { toldAt }) },
    { name: 'lead card, past its promise, no contact', message: card(claimed, { toldAt }) },
    { name: 'lead card, past its promise, no verdict', message: card(contacted, { toldAt }) },
  ];
}

function card({ lead, ...life }: Life) {
  return leadCard({
    lead,
    promise: promiseOn(lead),
    reasonLabel: label({ lead, ...life }),
    givenBy: life.event.kind === 'assigned' ? { by: life.event.actor, what: null } : null,
    timezone: SETTINGS.timezone,
    // In time: those that are late have entries of their own.
    now: lead.state === 'new' ? ARRIVED + MINUTE : LATER,
  });
}

function line(life: Life) {
  return leadLine({ ...life, reasonLabel: label(life), timezone: SETTINGS.timezone });
}

function label({ lead }: Life): string | null {
  return lead.rejection && reasonOf(lead.rejection.reason).label;
}

/** Of each promise the lead on which it runs. */
const WAITING = { claim: 'new', contact: 'claimed', verdict: 'contacted' } as const;

function nagEntries(lives: ReturnType<typeof sampleLives>): GalleryEntry[] {
  const kinds = ['claim', 'contact', 'verdict'] as const;
  const spoken = ({ how }: { how: string }) => how !== 'move' && how !== 'channel';
  return kinds.flatMap((kind) =>
    ruleOf(kind)
      .steps.filter(spoken)
      .flatMap((step) => {
        const { lead } = lives[WAITING[kind]];
        const promise = promiseOn(lead);
        const scene = { step, lead, url: CARD, timezone: SETTINGS.timezone, now: LATER };
        return promise
          ? [{ name: `nag, ${kind}, ${step.step}`, message: nagView({ ...scene, promise }) }]
          : [];
      }),
  );
}
