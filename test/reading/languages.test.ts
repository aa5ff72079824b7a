/** Ten languages, thirteen fields, the doors: the same words in, the same lead out. What goes through Slack itself is in the stories. */
import { expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { readEntry } from '../../src/reading/lead/read-entry.ts';
import { readMessage } from '../../src/reading/lead/read-message.ts';
import { readStep } from '../../src/reading/lead/read-step.ts';
import { csvFile, request } from '../support/csv.ts';
import { formsIn, LABELS, type Pair, WHITFIELD_LEAD } from '../support/labels.ts';
import { formServer } from '../support/web-forms.ts';

const { name, email, phone, company, message, receivedAt, ...TOLD } = WHITFIELD_LEAD;
const DRAFT = { ...TOLD, name, company, reach: `${email}, ${phone}`, receivedAt };

const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(',');

function fileOf(pairs: readonly Pair[]): string {
  return csvFile(`${quoted(pairs.map(([label]) => label))}\n${quoted(pairs.map(([, value]) => value))}\n`);
}

it.each(Object.keys(LABELS))('%s at every door', async (language) => {
  const server = await formServer();
  const { context: ctx } = server;
  const reader = { now: ctx.clock.now(), timezone: 'Europe/Berlin' };
  for (const [at, pairs] of formsIn(language).entries()) {
    const data = Object.fromEntries(pairs);
    await importLeads(ctx, request(fileOf(pairs), { set: { source: 'File' } }), 'none');
    // A vendor says itself when it was; what a form asks is about something else.
    const [, submittedAt] = pairs.at(-1) ?? [];
    const payload = { id: `w${at}`, data: Object.fromEntries(pairs.slice(0, -1)), submittedAt };
    expect((await server.deliver('webflow', { triggerType: 'form_submission', payload })).status).toBe(200);
    expect((await server.post('/api/leads', { source: 'Api', ...data })).status).toBe(201);
    expect((await server.submit({ submission_id: `s${at}`, data })).status).toBe(202);

    const lines = pairs.map(([label, value]) => `${label}: ${value}`);
    expect(readMessage(lines.join('\n'), [], reader)).toEqual({ ...DRAFT, message });
    expect(readEntry(lines.join(', '), reader)).toEqual({ ...DRAFT, message });
    const step = readStep({ source: 'Flow', message: lines.join('\n') }, reader);
    expect(step).toMatchObject({ lead: { ...TOLD, name, email, phone, message }, receivedAt, fields: {} });
    expect(readStep({ source: 'Flow', ...data }, reader)).toEqual({
      lead: { source: 'Flow', ...TOLD, name, email, phone, company, message },
      receivedAt,
      fields: {},
    });
  }
  const leads = await server.leads();
  expect(leads).toHaveLength(8);
  for (const { source, fields, ...lead } of leads) {
    expect([source, lead]).toMatchObject([source, WHITFIELD_LEAD]);
    // Of a form of any kind its id and its time stay as they came as well.
    expect(Object.keys(fields)).toHaveLength(source === 'Website' ? 2 : 0);
  }
});
