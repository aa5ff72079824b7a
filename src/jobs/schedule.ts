/** Everything that runs on the clock, in the team's time zone. */

import type { DoorCount } from '../domain/delivery/door.ts';
import type { Settings } from '../domain/team/settings.ts';
import { teamChannels } from '../domain/team/sharing.ts';
import { DAY } from '../domain/time/duration.ts';
import { shiftWeek, weekAt } from '../domain/time/week.ts';
import type { Logger } from '../logger.ts';
import { bringWatched } from '../usecases/brought-file/watch-sheet.ts';
import type { Context } from '../usecases/context.ts';
import { forgetDeliveries } from '../usecases/delivery/forget-deliveries.ts';
import { watchDoors } from '../usecases/delivery/watch-doors.ts';
import { endSnoozes } from '../usecases/lead/end-snoozes.ts';
import { lookAtCards } from '../usecases/lead/look-at-cards.ts';
import { redrawCards } from '../usecases/lead/redraw-cards.ts';
import { wakeRestingLeads } from '../usecases/lead/wake-resting-leads.ts';
import { releaseDeactivated } from '../usecases/nag/release-deactivated.ts';
import { sendDigests } from '../usecases/nag/send-digests.ts';
import { sendNags } from '../usecases/nag/send-nags.ts';
import { tellWhoIsBack } from '../usecases/nag/tell-who-is-back.ts';
import { forgetOldMessages } from '../usecases/outbox/forget-old-messages.ts';
import { cardUnplaced } from '../usecases/place/card-unplaced.ts';
import { moveMessages } from '../usecases/place/move-messages.ts';
import { tellUnnamed } from '../usecases/place/tell-unnamed.ts';
import { assertPromisesFilled, fillPromises } from '../usecases/promise/fill-promises.ts';
import { askAboutRejects } from '../usecases/rejects/ask-about-rejects.ts';
import { tellOtherReasons } from '../usecases/rejects/tell-other-reasons.ts';
import { type Publication, publishScorecard } from '../usecases/scorecard/publish-scorecard.ts';
import { tellMoneyWithoutLeads, watchSources } from '../usecases/source/watch-sources.ts';
import { applyOwnHours } from '../usecases/team/apply-own-hours.ts';
import { type LookUpPerson, syncPeople } from '../usecases/team/sync-people.ts';
import { type AccessLook, watchAccess } from '../usecases/team/watch-access.ts';
import { type ListUserGroups, watchGroups } from '../usecases/team/watch-groups.ts';
import { watchOffices } from '../usecases/team/watch-offices.ts';
import { type LookUpSharing, watchSharing } from '../usecases/team/watch-sharing.ts';
import type { Occurrence, When } from './occurrence.ts';

/** For the log: how many things it did, or what came of the one. */
type JobOutcome = number | Publication;

export interface Job {
  name: string;
  does: string;
  when: (settings: Settings) => When;
  /** Safe to run twice: a crash before the run was noted runs it again. */
  run: (ctx: Context, occurrence: Occurrence, settings: Settings) => Promise<JobOutcome>;
}

export const SCHEDULE: readonly Job[] = [
  {
    name: 'promises',
    does: 'makes the promises of leads that were stored before promises were rows, once',
    when: () => ({ every: 'minute' }),
    run: (ctx) => fillPromises(ctx),
  },
  {
    name: 'cards',
    does: 'draws the cards again after what the channel may see of a lead has changed',
    when: () => ({ every: 'minute' }),
    run: (ctx) => redrawCards(ctx),
  },
  {
    name: 'look at cards',
    does: 'sends the cards of open leads as they stand, each once a day, so that one that was deleted comes back',
    when: () => ({ every: 'minute' }),
    run: (ctx) => lookAtCards(ctx),
  },
  {
    name: 'snoozes',
    does: 'draws the card again, and the Home of who has the lead, as a snooze ends',
    when: () => ({ every: 'minute' }),
    run: (ctx) => endSnoozes(ctx),
  },
  {
    name: 'nags',
    does: 'says what is due about promises of every kind, and each working day what stays undone',
    when: () => ({ every: 'minute' }),
    run: async (ctx) => {
      await assertPromisesFilled(ctx);
      return sendNags(ctx);
    },
  },
  {
    name: 'digests',
    does: 'tells people at work what waits for them beyond their nags of the day',
    when: () => ({ every: 'minute' }),
    run: (ctx) => sendDigests(ctx),
  },
  {
    name: 'back from leave',
    does: 'tells who is back from leave once what passed meanwhile, and what still waits for them',
    when: () => ({ every: 'minute' }),
    run: (ctx) => tellWhoIsBack(ctx),
  },
  {
    name: 'gone',
    does: 'gives the leads of people whose accounts were deactivated back to the channel, and tells the managers once',
    when: () => ({ every: 'minute' }),
    run: (ctx) => releaseDeactivated(ctx),
  },
  {
    name: 'offices',
    does: 'tells once that nobody is left of those who were named managers or marketers',
    when: () => ({ every: 'minute' }),
    run: (ctx) => watchOffices(ctx),
  },
  {
    name: 'own hours',
    does: 'lets hold what people have said of their working hours, as their next day begins',
    when: () => ({ every: 'minute' }),
    run: (ctx) => applyOwnHours(ctx),
  },
  {
    name: 'sheets',
    does: 'looks at the Google Sheets that somebody wants looked at every day',
    when: () => ({ every: 'minute' }),
    run: (ctx) => bringWatched(ctx),
  },
  {
    name: 'sources',
    does: 'tells whoever has a source once that it has fallen silent, as the working day begins',
    when: ({ calendar }) => ({ every: 'day', time: calendar.from }),
    run: (ctx) => watchSources(ctx),
  },
  {
    name: 'resting',
    does: 'brings leads back whose rest is over, as the working day begins',
    when: ({ calendar }) => ({ every: 'day', time: calendar.from }),
    run: (ctx) => wakeRestingLeads(ctx),
  },
  {
    name: 'scorecard',
    does: 'publishes the scorecard of the last full week, and puts what was rejected in it before who answers for each campaign',
    when: ({ scorecardAt }) => ({ every: 'week', ...scorecardAt }),
    run: async (ctx, { at }, { timezone }) => {
      await assertPromisesFilled(ctx);
      const week = shiftWeek(weekAt(at, timezone), -1);
      const published = await publishScorecard(ctx, week);
      await askAboutRejects(ctx, week);
      await tellOtherReasons(ctx, week);
      await tellMoneyWithoutLeads(ctx, week);
      return published;
    },
  },
  {
    name: 'outbox cleanup',
    does: 'forgets messages that were sent more than a month ago',
    when: () => ({ every: 'day', time: '03:30' }),
    run: forgetOldMessages,
  },
  {
    name: 'idempotency cleanup',
    does: 'forgets the answers kept for repeated API calls',
    when: () => ({ every: 'day', time: '03:40' }),
    run: forgetDeliveries,
  },
];

/** What waits for a channel is for the log too: who runs Tango may be the only one who can name it. */
export function placeWatch(log: Pick<Logger, 'error'>): Job {
  return {
    name: 'places',
    does: 'tells the managers what waits for a channel to be named, and brings what stands in a channel that was left to the one chosen instead',
    when: () => ({ every: 'minute' }),
    run: async (ctx) => {
      for (const place of await tellUnnamed(ctx))
        log.error({ subject: `unnamed:${place}` }, 'messages wait for a channel that nobody has named');
      await cardUnplaced(ctx);
      return moveMessages(ctx);
    },
  };
}

/** Asks Slack as well. */
export function groupsWatch(list: ListUserGroups): Job {
  return {
    name: 'groups',
    does: 'asks Slack who is in the user groups of managers and marketers, once a day and at once after a change',
    when: () => ({ every: 'minute' }),
    run: (ctx) => watchGroups(ctx, list),
  };
}

/** Asks Slack as well. */
export function sharingWatch(lookUp: LookUpSharing): Job {
  return {
    name: 'sharing',
    does: 'asks Slack which channels of the team are shared with another company: new ones at once, all of them once a day',
    when: () => ({ every: 'minute' }),
    run: (ctx) => watchSharing(ctx, lookUp),
  };
}

/** At the start, once a day, at once for other channels, and each minute while something is missing. */
export function accessWatch(look: AccessLook, log: Pick<Logger, 'error'>): Job {
  let askedAt = Number.NEGATIVE_INFINITY;
  let askedAbout = '';
  let isWhole = false;
  return {
    name: 'access',
    does: 'asks Slack once a day whether Tango is in each channel of the team and was given all scopes that it uses, and tells the managers what is missing',
    when: () => ({ every: 'minute' }),
    run: async (ctx, _occurrence, settings) => {
      const now = ctx.clock.now();
      const channels = teamChannels(settings).join();
      if (isWhole && channels === askedAbout && Math.abs(now - askedAt) < DAY) return 0;
      const { told, wrong } = await watchAccess(ctx, look);
      [askedAt, askedAbout, isWhole] = [now, channels, wrong === 0];
      for (const subject of told)
        log.error({ subject }, 'Tango lacks access to a part of Slack; `tango outbox` says to what');
      return told.length;
    },
  };
}

/** It asks Slack: how is handed in. */
export function peopleSync(lookUp: LookUpPerson): Job {
  return {
    name: 'people',
    does: 'asks Slack for the zone and the state of people seen for the first time, and of all others once a day',
    when: () => ({ every: 'minute' }),
    run: (ctx) => syncPeople(ctx, lookUp),
  };
}

/** What came of requests at the doors since the last time. */
interface DoorSource {
  take(): DoorCount[];
  /** What could not be written down. */
  putBack(counts: readonly DoorCount[]): void;
}

/** Counts are kept in memory for a minute, so that nobody makes us write for each request that we refuse. */
export function doorWatch(doors: DoorSource): Job {
  return {
    name: 'doors',
    does: 'writes down what was refused at the doors, and tells the managers once a day of each where nobody came through',
    when: () => ({ every: 'minute' }),
    run: async (ctx) => {
      const counted = doors.take();
      try {
        return await watchDoors(ctx, counted);
      } catch (thrown) {
        doors.putBack(counted);
        throw thrown;
      }
    },
  };
}
