import { LADDER } from '../../domain/nag/nag.ts';
import { runningPromise } from '../../domain/promise.ts';
import { leadCard } from '../views/lead/lead-card.ts';
import { leadLine } from '../views/lead/lead-line.ts';
import { leadBack, leadDm, leadReturned } from '../views/lead/lead-reminder.ts';
import { nagView } from '../views/nag/nag.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { LATER, type Life, reasonOf, sampleLives } from './sample-leads.ts';
import { ANA, BEN, MAX, SETTINGS } from './sample-people.ts';

export function leadEntries(said: Said): GalleryEntry[] {
  const lives = sampleLives(said);
  const each = Object.entries(lives);
  return [
    ...each.map(([name, life]) => ({ name: `lead card, ${name}`, message: card(life) })),
    ...each.map(([name, life]) => ({ name: `lead line, ${name}`, message: line(life) })),
    { name: 'lead to its new owner', message: leadDm(lives['handed over']) },
    { name: 'lead back to its owner', message: leadDm(lives['back to its owner']) },
    { name: 'lead back in the channel', message: leadBack(lives['off its rest']) },
    { name: 'mended lead back in the channel', message: leadBack(lives.mended) },
    {
      name: 'lead returned to marketing',
      message: leadReturned({ ...lives.returned, reasonLabel: label(lives.returned), isWaiting: true }),
    },
    {
      name: 'lead returned to marketing, gone on since',
      message: leadReturned({ ...lives.returned, reasonLabel: label(lives.returned), isWaiting: false }),
    },
    ...nagEntries(lives),
  ];
}

function card({ lead, ...life }: Life) {
  return leadCard({
    lead,
    promise: runningPromise(lead, SETTINGS),
    reasonLabel: label({ lead, ...life }),
    timezone: SETTINGS.timezone,
    now: LATER,
  });
}

function line(life: Life) {
  return leadLine({ ...life, reasonLabel: label(life), timezone: SETTINGS.timezone });
}

function label({ lead }: Life): string | null {
  return lead.rejection && reasonOf(lead.rejection.reason).label;
}

const RECIPIENTS = { nobody: [], on_duty: [ANA, BEN], owner: [ANA], managers: [MAX] };

/** Of each promise the lead on which it runs. */
const WAITING = { claim: 'new', contact: 'claimed', verdict: 'contacted' } as const;

function nagEntries(lives: ReturnType<typeof sampleLives>): GalleryEntry[] {
  const spoken = LADDER.filter(({ how }) => how !== 'move');
  return spoken.flatMap((rule) => {
    const { lead } = lives[WAITING[rule.promise]];
    const promise = runningPromise(lead, SETTINGS);
    if (promise === null) return [];
    const recipients = RECIPIENTS[rule.whom];
    const message = nagView({ rule, lead, promise, recipients, timezone: SETTINGS.timezone, now: LATER });
    return [{ name: `nag, ${rule.promise}, ${rule.step}`, message }];
  });
}
