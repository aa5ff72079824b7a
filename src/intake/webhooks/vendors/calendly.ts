import { z } from 'zod';
import { type LeadChange, MEETING_AT } from '../../../domain/lead/change.ts';
import { MINUTE, SECOND } from '../../../domain/time/duration.ts';
import type { Answer } from '../../../reading/lead/sort-answers.ts';
import { openRecord } from '../../schemas/open-record.ts';
import { leadOf } from '../lead/lead-of.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { anything, id, optionalText, readBody } from '../read-body.ts';
import { assertRecent, assertSame, hmac } from '../signature.ts';
import { KIB, type Reading, type Vendor } from '../vendor.ts';

export const calendly: Vendor = {
  name: 'calendly',
  secret: 'CALENDLY_SIGNING_KEY',
  limit: 64 * KIB,

  authenticate({ header, body, now }, secret) {
    const parts = new URLSearchParams((header('calendly-webhook-signature') ?? '').replaceAll(',', '&'));
    const time = parts.get('t') ?? '';
    assertSame(parts.get('v1') ?? undefined, hmac(secret, [`${time}.`, body], 'hex'));
    assertRecent(Number(time || Number.NaN) * SECOND, now, 3 * MINUTE);
  },

  read(body, reading) {
    const { event } = readBody(Event, body);
    if (Object.hasOwn(PRESENCE, event))
      return { changes: presenceChanges(PRESENCE[event as keyof typeof PRESENCE], body, reading) };
    if (event !== 'invitee.created' && event !== 'invitee.canceled') return {};
    // Of a cancelled one that nothing says who it was nobody can be told.
    if (event === 'invitee.canceled' && !Invited.safeParse(body).success) return {};
    const { payload } = readBody(Invited, body);
    // Of a meeting that was moved the new one tells as well.
    if (event === 'invitee.canceled' && payload.rescheduled === true) return {};
    const submission = {
      source: 'Calendly',
      // Somebody who takes another time is not a new lead.
      externalId: payload.old_invitee ?? payload.uri,
      submittedAt: payload.created_at,
      answers: answersOf(payload),
      details: {
        Meeting: payload.scheduled_event?.name,
        [MEETING_AT]: payload.scheduled_event?.start_time,
        'Time zone': payload.timezone,
      },
      others: unreadOf(body, KNOWN),
    };
    if (event === 'invitee.created' && !payload.old_invitee)
      return { submissions: [{ form: meetingOf(payload), submission }] };
    const lead = leadOf(submission, reading);
    const what = event === 'invitee.created' ? ('meeting_moved' as const) : ('meeting_cancelled' as const);
    return {
      changes: [
        { what, told: lead, meetingAt: meetingAt(payload), note: payload.cancellation?.reason ?? null },
      ],
    };
  },
};

const PRESENCE = {
  'invitee_no_show.created': 'meeting_missed',
  'invitee_no_show.deleted': 'meeting_not_missed',
} as const;

/** Whoever did not come is the invitee itself, or is named by one. */
const Presence = z.object({
  payload: z.object({
    ...{ uri: optionalText, email: optionalText, name: optionalText },
    invitee: z
      .union([
        z.string().transform((uri) => ({ uri, email: null })),
        z.object({ uri: optionalText, email: optionalText }),
      ])
      .nullish()
      .catch(null),
    scheduled_event: z.object({ start_time: optionalText }).nullish().catch(null),
  }),
});

function presenceChanges(
  what: 'meeting_missed' | 'meeting_not_missed',
  body: unknown,
  reading: Reading,
): LeadChange[] {
  const { payload } = readBody(Presence, body);
  const externalId = payload.invitee?.uri ?? payload.uri;
  if (!externalId) return [];
  const email = payload.invitee?.email ?? payload.email;
  const answers: Answer[] = [{ label: 'Email', meaning: 'email', value: email }];
  const told = leadOf({ source: 'Calendly', externalId, answers }, reading);
  return [{ what, told, meetingAt: meetingAt(payload), note: null }];
}

const Event = z.object({ event: z.string() });

const Question = z.object({ question: z.string(), answer: anything });

const Invited = z.object({
  payload: z.object({
    uri: id,
    old_invitee: optionalText,
    rescheduled: anything,
    cancellation: z.object({ reason: optionalText }).nullish().catch(null),
    created_at: anything,
    ...{ name: optionalText, first_name: optionalText, last_name: optionalText, email: optionalText },
    ...{ text_reminder_number: optionalText, timezone: optionalText },
    scheduled_event: z
      .object({ ...{ event_type: optionalText, name: optionalText }, start_time: optionalText })
      .nullish()
      .catch(null),
    questions_and_answers: z.array(Question).nullish().catch(null),
    tracking: openRecord(z.unknown()).nullish().catch(null),
  }),
});

/** Ids, what is about the delivery or the calendar, addresses by which anybody may cancel, and what is read. */
const KNOWN: Known = {
  ...{ event: true, created_at: true, created_by: true },
  payload: {
    ...{ uri: true, event: true, old_invitee: true, new_invitee: true, rescheduled: true, status: true },
    ...{ created_at: true, updated_at: true, cancel_url: true, reschedule_url: true, cancellation: true },
    ...{ name: true, first_name: true, last_name: true, email: true, text_reminder_number: true },
    ...{ timezone: true, tracking: true, no_show: true, reconfirmation: true, scheduling_method: true },
    questions_and_answers: { question: true, answer: true, position: true },
    scheduled_event: {
      ...{ uri: true, event_type: true, name: true, status: true, start_time: true, end_time: true },
      ...{ created_at: true, updated_at: true, invitees_counter: true, event_memberships: true },
      ...{ calendar_event: true, buffered_start_time: true, buffered_end_time: true },
    },
  },
};

type Invitee = z.infer<typeof Invited>['payload'];

/** Each kind of meeting asks its own questions. */
function meetingOf({ scheduled_event: meeting }: Invitee): { id: string; name: string | null } {
  return { id: meeting?.event_type ?? meeting?.name ?? 'meeting', name: meeting?.name ?? null };
}

function meetingAt({ scheduled_event: meeting }: Pick<Invitee, 'scheduled_event'>): number | null {
  const at = Date.parse(meeting?.start_time ?? '');
  return Number.isNaN(at) ? null : at;
}

function answersOf(invitee: Invitee): Answer[] {
  const { name, first_name: first, last_name: last } = invitee;
  return [
    { label: 'Name', meaning: 'name', value: name ?? [first, last].filter(Boolean).join(' ') },
    { label: 'Email', meaning: 'email', value: invitee.email },
    { label: 'Phone', meaning: 'phone', value: invitee.text_reminder_number },
    ...(invitee.questions_and_answers ?? []).map(({ question, answer }) => ({
      label: question,
      value: answer,
    })),
    ...Object.entries(invitee.tracking ?? {}).map(([label, value]) => ({ label, value })),
  ];
}
