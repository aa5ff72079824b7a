import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type LeadId, lifeOf, NEW_LIFE } from '../../../src/domain/lead/lead.ts';
import type { LeadEventData, LeadEventKind } from '../../../src/domain/lead/lead-event.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { findLastMove, insertLeadEvents, listLeadEvents } from '../../../src/store/lead/lead-event.ts';
import type { Tx } from '../../../src/store/transaction.ts';
import { DIALECTS, testDatabase } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const LEAD = sampleLead();
const OTHER = 'lead_2' as LeadId;
const value = { minor: 1_800_000, currency: 'EUR' };
const turn = { what: 'Webinar', open: 3, cap: 8, passed: [{ person: BEN, why: 'leave' } as const] };

/** What was ever stored of each kind, with what it is read as. */
const STORED: { [Kind in LeadEventKind]: [json: string, data: LeadEventData[Kind]][] } = {
  received: [['{}', {}]],
  claimed: [['{}', {}]],
  contacted: [['{}', {}]],
  qualified: [
    ['{"note":"N","exception":null,"value":1800000,"currency":"EUR"}', { note: 'N', exception: null, value }],
    [
      '{"note":null,"exception":"E","value":null,"currency":null}',
      { note: null, exception: 'E', value: null },
    ],
  ],
  rejected: [
    [
      '{"reason":"unreachable","detail":"3","note":null}',
      { reason: 'unreachable', detail: '3', note: null, right: null },
    ],
    [
      '{"reason":"wrong_person","detail":null,"note":null,"right":{"name":"Rui Castelo","email":null,"phone":null}}',
      {
        reason: 'wrong_person',
        detail: null,
        note: null,
        right: { name: 'Rui Castelo', email: null, phone: null },
      },
    ],
  ],
  won: [
    ['{"value":1800000,"currency":"EUR","reason":null}', { value, reason: null, on: null }],
    [
      '{"value":null,"currency":null,"reason":null,"on":"2026-11-16"}',
      { value: null, reason: null, on: '2026-11-16' },
    ],
  ],
  lost: [
    ['{"value":null,"currency":null,"reason":"Too dear"}', { value: null, reason: 'Too dear', on: null }],
  ],
  released: [
    ['{"from":"U_ANA"}', { from: ANA, why: null, waited: null }],
    [
      '{"from":"U_ANA","why":"silent","waited":"2 working days"}',
      { from: ANA, why: 'silent', waited: { code: 'in_words', text: '2 working days' } },
    ],
    [
      '{"from":"U_ANA","why":"silent","waited":{"minutes":720}}',
      { from: ANA, why: 'silent', waited: { minutes: 720 } },
    ],
    ['{"from":"U_ANA","why":"gone","waited":null}', { from: ANA, why: 'gone', waited: null }],
  ],
  handed_over: [['{"from":"U_ANA","to":"U_BEN","note":null}', { from: ANA, to: BEN, note: null }]],
  assigned: [
    ['{"to":"U_ANA","note":"You know them"}', { to: ANA, note: 'You know them', turn: null }],
    [
      '{"to":"U_ANA","what":"Webinar","open":3,"cap":8,"passed":"U_BEN:leave"}',
      { to: ANA, note: null, turn },
    ],
  ],
  proposed: [
    ['{"to":"U_ANA","what":"Webinar","open":3,"cap":8,"passed":"U_BEN:leave"}', { to: ANA, turn }],
    [
      '{"to":"U_ANA","what":null,"open":0,"cap":null,"passed":null}',
      { to: ANA, turn: { what: null, open: 0, cap: null, passed: [] } },
    ],
  ],
  left_open: [
    [
      '{"to":null,"what":"Webinar","open":0,"cap":8,"passed":"U_BEN:hours,U_MAX:full"}',
      {
        turn: {
          ...{ what: 'Webinar', open: 0, cap: 8 },
          passed: [
            { person: BEN, why: 'hours' },
            { person: MAX, why: 'full' },
          ],
        },
      },
    ],
  ],
  snoozed: [['{"until":1795000000000}', { until: 1_795_000_000_000 }]],
  woken: [['{}', {}]],
  reopened: [['{}', {}]],
  came_off_rest: [
    ['{"to":"U_ANA","reason":"bad_timing"}', { to: ANA, reason: 'bad_timing' }],
    ['{}', { to: null, reason: null }],
  ],
  mended: [
    [
      '{"fields":"name, phone","reason":"bad_contact_data"}',
      { fields: ['name', 'phone'], was: {}, reason: 'bad_contact_data' },
    ],
    ['{"fields":null,"reason":null}', { fields: [], was: {}, reason: null }],
  ],
  changed_there: [
    [
      '{"what":"erased_there","meetingAt":null,"note":null}',
      { what: 'erased_there', meetingAt: null, note: null },
    ],
    [
      '{"what":"meeting_moved","meetingAt":5,"note":null}',
      { what: 'meeting_moved', meetingAt: 5, note: null },
    ],
    [
      '{"what":"facts_changed","meetingAt":null,"note":null,"facts":[{"fact":"name","was":null,"is":"Dana"}],"fields":["City"]}',
      {
        ...{ what: 'facts_changed', meetingAt: null, note: null },
        facts: [{ fact: 'name', was: null, is: 'Dana' }],
        fields: ['City'],
      },
    ],
  ],
  came_back: [['{"other":"lead_2","by":"company"}', { other: OTHER, by: 'company' }]],
  merged: [
    ['{"into":"lead_2"}', { into: OTHER, note: null }],
    ['{"from":"lead_2"}', { from: OTHER }],
    ['{"from":"lead_2","had":"U_BEN"}', { from: OTHER, had: BEN }],
  ],
  split: [
    ['{"from":"lead_2"}', { from: OTHER }],
    ['{"other":"lead_2"}', { other: OTHER }],
  ],
  kept_apart: [['{"other":"lead_2"}', { other: OTHER }]],
  undone: [['{"move":"won"}', { move: 'won' }]],
};

const CASES = Object.entries(STORED).flatMap(([kind, cases]) =>
  cases.map(([json, data]) => ({ kind, json, data })),
);

for (const dialect of DIALECTS) {
  describe(`the history of a lead in ${dialect}`, () => {
    it('is read as every version wrote it, whatever the kind', async () => {
      const db = await testDatabase(dialect);
      await db.transaction(async (tx) => {
        await insertLeads(tx, [LEAD]);
        for (const [n, { kind, json }] of CASES.entries())
          await insertAsStored(tx, { id: eventId(n), kind, data: json, before: null });
        const history = await listLeadEvents(tx, LEAD.id);
        expect(history.map(({ kind, data }) => ({ kind, data }))).toEqual(
          CASES.map(({ kind, data }) => ({ kind, data })),
        );
      });
    });

    it('comes back as it went in, whatever the kind', async () => {
      const db = await testDatabase(dialect);
      const events = CASES.map(({ kind, data }, n) => {
        // A pair of the table above is of one kind, which its type has forgotten here.
        const told = { kind, data } as { kind: 'received'; data: LeadEventData['received'] };
        return { ...told, id: eventId(n), leadId: LEAD.id, at: n, actor: ANA, before: lifeOf(LEAD) };
      });
      await db.transaction(async (tx) => {
        await insertLeads(tx, [LEAD]);
        await insertLeadEvents(tx, events);
        expect(await listLeadEvents(tx, LEAD.id)).toEqual(events);
      });
    });

    it('keeps what belongs together as one thing, in no text that must be split', async () => {
      const db = await testDatabase(dialect);
      const event = { id: 'e1', leadId: LEAD.id, at: 1, actor: ANA, before: null };
      await db.transaction(async (tx) => {
        await insertLeads(tx, [LEAD]);
        await insertLeadEvents(tx, [{ ...event, kind: 'proposed', data: { to: ANA, turn } }]);
        const row = await tx.sql.selectFrom('leadEvent').select('data').executeTakeFirstOrThrow();
        expect(JSON.parse(row.data)).toEqual({
          to: 'U_ANA',
          turn: { ...turn, passed: [{ person: 'U_BEN', why: 'leave' }] },
        });
      });
    });

    it('gives back the life before a move, also one from before it had all of its fields', async () => {
      const db = await testDatabase(dialect);
      const rejection = { reason: 'unreachable', detail: '3' };
      const before = JSON.stringify({
        state: 'claimed',
        owner: ANA,
        claimedAt: 5,
        rejection,
        value,
        dropped: 1,
      });
      await db.transaction(async (tx) => {
        await insertLeads(tx, [LEAD]);
        await insertAsStored(tx, { id: 'e1', kind: 'reopened', data: '{}', before });
        const life = {
          ...NEW_LIFE,
          state: 'claimed',
          owner: ANA,
          claimedAt: 5,
          rejection: { ...rejection, outcome: null },
          value,
        };
        expect((await findLastMove(tx, LEAD.id))?.before).toEqual(life);
      });
    });
  });
}

function eventId(n: number): string {
  return `e${String(n).padStart(2, '0')}`;
}

interface Stored {
  id: string;
  kind: string;
  data: string;
  before: string | null;
}

/** As other programs and earlier versions write it: past the types, under the names that the database has. */
async function insertAsStored(tx: Tx, { id, kind, data, before }: Stored): Promise<void> {
  await sql`
    insert into lead_event (id, lead_id, at, actor, kind, data, before)
    values (${id}, ${LEAD.id}, 1, ${ANA}, ${kind}, ${data}, ${before})`.execute(tx.sql);
}
