import type { PlainTextOption } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { option } from '../kit/elements.ts';
import { sayDay } from '../kit/times.ts';
import { STANDS } from './lead-stands.ts';

/** A lead to choose in a menu: who it is, and how it stands. */
export function leadOption(lead: Lead, timezone: string): PlainTextOption {
  const arrived = sayDay(dayIn(timezone, lead.receivedAt));
  const description = [STANDS[lead.state], lead.source ?? '(no source)', arrived].join(' · ');
  return option(leadTitle(lead), lead.id, description);
}
