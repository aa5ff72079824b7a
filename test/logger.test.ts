import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogFields } from '../src/log/fields.ts';
import { readableLog } from './support/test-log.ts';

const EMAIL = 'dana@harbour.example';
const NAME = 'Dana Whitfield';
const PHONE = '+49 30 5550143';
const PERSONAL = [EMAIL, NAME, 'Whitfield', PHONE, '5550143', 'harbour'];

/** What somebody hands to the log who was stopped by no type. */
function hand(fields: object) {
  const readable = readableLog();
  readable.log.error(fields as LogFields, 'something happened');
  for (const value of PERSONAL) expect(readable.text()).not.toContain(value);
  const [{ level, time, msg, ...rest } = {}] = readable.lines();
  expect({ level, time, msg }).toEqual({ level: 50, time: expect.any(Number), msg: 'something happened' });
  return rest;
}

describe('A line of the log', () => {
  it('holds the fields that it knows, as they are', () => {
    const row = { id: 'outbox_1', kind: 'lead_card', ref: 'lead_1/2', lane: 'post', attempts: 3 } as const;
    expect(hand(row)).toEqual(row);
    const uuid = '01939f2c-7b1e-7000-8000-0123456789ab';
    const more = { ref: `U_MAX/1764147600000/destination:C1`, reference: '0a1b2c', id: uuid };
    expect(hand(more)).toEqual(more);
    const run = { job: 'outbox cleanup', occurrence: '2026-11-26', outcome: 0 };
    expect(hand(run)).toEqual(run);
    const request = {
      method: 'POST',
      route: '/api/leads/:id',
      code: 'ECONNRESET',
      url: 'http://127.0.0.1:3000',
    };
    expect(hand(request)).toEqual(request);
  });

  it('drops all others, at every depth, and says which', () => {
    expect(hand({ email: EMAIL })).toEqual({ dropped: ['email'] });
    expect(hand({ id: 'lead_1', name: NAME, phone: PHONE })).toEqual({
      id: 'lead_1',
      dropped: ['name', 'phone'],
    });
    expect(hand({ lead: { contact: { email: EMAIL } } })).toEqual({ dropped: ['lead'] });
    expect(hand({ emails: [EMAIL], headers: { authorization: `Bearer ${NAME}` } })).toEqual({
      dropped: ['emails', 'headers'],
    });
  });

  it('drops a field that it knows when the value is not what it should be', () => {
    const odd = { id: EMAIL, ref: `lead_1/${NAME}`, kind: { email: EMAIL }, attempts: PHONE, objectId: NAME };
    expect(hand(odd)).toEqual({ dropped: Object.keys(odd) });
    const odder = {
      code: NAME,
      subject: EMAIL,
      url: `http://${EMAIL}/`,
      slack: NAME,
      where: NAME,
      reference: PHONE,
    };
    expect(hand(odder)).toEqual({ dropped: Object.keys(odder) });
    expect(hand({ err: { message: EMAIL }, outcome: [NAME] })).toEqual({ dropped: ['err', 'outcome'] });
    expect(hand({ failure: `content: ${EMAIL}`, route: `/leads/${EMAIL}` })).toEqual({
      dropped: ['failure', 'route'],
    });
    expect(hand({ job: 'a'.repeat(100), where: 'a'.repeat(101) })).toEqual({
      job: 'a'.repeat(100),
      dropped: ['where'],
    });
  });

  it('reads no value whose name it does not know, and outlives a getter that throws', () => {
    const hostile = {
      get email(): string {
        throw new Error('nobody may read this');
      },
      get id(): string {
        throw new Error(EMAIL);
      },
      toJSON: () => ({ email: EMAIL }),
      [EMAIL]: true,
      constructor: NAME,
    };
    expect(hand(hostile)).toEqual({ dropped: ['email', 'id', 'toJSON', '(odd name)', 'constructor'] });
  });

  it('says of a failure at Slack where in our blocks it was, and not what Slack quotes', () => {
    const failure = `content: invalid_blocks; unknown text "${NAME}" [json-pointer:/blocks/3/text]; ${EMAIL}; chat:write`;
    expect(hand({ failure })).toEqual({ failure: 'content: invalid_blocks; /blocks/3/text; chat:write' });
    expect(hand({ failure: 'unknown: render: TypeError' })).toEqual({
      failure: 'unknown: render: TypeError',
    });
  });

  it('does not compile with another field or with a sentence that was put together', () => {
    const { log, lines } = readableLog();
    // @ts-expect-error: no such field.
    log.info({ email: EMAIL }, 'a line');
    const variable = { id: 'lead_1', email: EMAIL };
    // @ts-expect-error: not through a variable either.
    log.info(variable, 'a line');
    // @ts-expect-error: nor through a spread.
    log.info({ ...variable, attempts: 1 }, 'a line');
    // @ts-expect-error: not one of our kinds.
    log.info({ kind: NAME }, 'a line');
    // @ts-expect-error: it could hold anything.
    log.info({}, `a line about ${EMAIL as string}`);
    // @ts-expect-error: what is a string could as well.
    log.info({}, EMAIL as string);
    expect(lines()).toHaveLength(6);
  });
});

it('Nothing in the bot prints past the log', () => {
  const past = globSync('src/**/*.ts').filter((path) => {
    const printsByItself = /^src\/(logger|program|bundle\/.*|cli\/.*|slack\/gallery-post)\.ts$/;
    return (
      !printsByItself.test(path) &&
      /console\.|process\.std(out|err)|from 'pino'/.test(readFileSync(path, 'utf8'))
    );
  });
  expect(past).toEqual([]);
});
