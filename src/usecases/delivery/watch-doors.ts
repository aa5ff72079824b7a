import { closedDoor, type Door, type DoorCount } from '../../domain/delivery/door.ts';
import { dayIn, instantOn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import { addDoorCount, listDoorDays } from '../../store/delivery/door-count.ts';
import { clearTrouble, findTrouble, recordTroubleOf } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';

/** How far back a door is looked at that nobody has come through. */
const LOOK_BACK = 30 * DAY;

/**
 * Adds what came of requests since the last time, and tells the managers once a day of each door at which somebody was refused today who
 * may have meant well and nobody came through. Returns of how many doors they were told now.
 */
export async function watchDoors(ctx: Context, counted: readonly DoorCount[]): Promise<number> {
  if (counted.length === 0) return 0;
  return perform(ctx, 'tango', async (work) => {
    const zone = work.settings.timezone;
    // In one order, so that two replicas do not wait for each other.
    for (const each of counted.toSorted(byRow)) await addDoorCount(work.tx, dayIn(zone, each.at), each);
    let told = 0;
    for (const door of new Set(counted.map((each) => each.door))) {
      if (await isNews(work, door)) told += 1;
    }
    return told;
  });
}

async function isNews(work: Work, door: Door): Promise<boolean> {
  const { tx, now, settings } = work;
  const today = dayIn(settings.timezone, now);
  const days = await listDoorDays(tx, door, dayIn(settings.timezone, now - LOOK_BACK));
  const closed = closedDoor(days, today);
  const subject = `door:${door.replace('-', '_')}`;
  if (!closed) {
    const isOpen = days.some(({ day, result }) => day === today && result === 'accepted');
    if (isOpen && (await findTrouble(tx, subject))) await clearTrouble(tx, subject);
    return false;
  }
  const facts = { code: 'door_closed', door, ...closed } as const;
  const trouble = { subject, code: facts.code, facts, since: now, probeAt: now };
  const isTold = await recordTroubleOf(tx, instantOn(settings.timezone, today, '00:00'), trouble);
  if (isTold) await tellManagers(work, subject);
  return isTold;
}

function byRow(one: DoorCount, other: DoorCount): number {
  return `${one.door}:${one.result}` < `${other.door}:${other.result}` ? -1 : 1;
}
