import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refuse } from '../../src/domain/refusals.ts';
import { coerceError } from '../../src/errors.ts';
import { OWN_REASONS } from '../../src/log/known-words.ts';
import type { SafeError } from '../../src/log/safe-error.ts';
import { createOutboxClient } from '../../src/slack/client.ts';
import { DIALECTS, testDatabase } from '../support/databases.ts';
import { peopleApi } from '../support/people-api.ts';
import { readableLog } from '../support/test-log.ts';

const EMAIL = 'dana@harbour.example';

/** As the log prints it, which holds nothing of what was sent. */
function printed(err: Error): SafeError {
  const { log, text, lines } = readableLog();
  log.error({ err }, 'a request failed');
  expect(text()).not.toMatch(/dana|harbour|whitfield/i);
  return lines()[0]?.err as SafeError;
}

async function thrownBy(work: () => unknown): Promise<Error> {
  try {
    await work();
  } catch (thrown) {
    return coerceError(thrown);
  }
  throw new Error('nothing was thrown');
}

/** The first frame is here, whatever the libraries do: the line says where to look. */
const HERE = expect.stringMatching(/safe-error\.test\.ts:\d+:\d+\)?$/);

const COLLISION = {
  sqlite: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' },
  postgres: { code: '23505', constraint: 'slack_message_pkey', table: 'slack_message' },
};

describe('An error in the log', () => {
  for (const dialect of DIALECTS) {
    it(`of a unique key on ${dialect} names the key and not what collided`, async () => {
      const db = await testDatabase(dialect);
      const twice = sql`insert into slack_message (key, channel, ts, posted_at)
        values (${EMAIL}, 'C1', '1', 0), (${EMAIL}, 'C1', '2', 0)`;
      const error = printed(await thrownBy(() => db.transaction((tx) => twice.execute(tx.sql))));
      expect(error).toMatchObject(COLLISION[dialect]);
      expect(error.stack.length).toBeGreaterThan(2);
    });
  }

  it('says a reason that is known, and nothing else of its message', async () => {
    expect(printed(new Error(`Lead ${EMAIL} was saved from a stale copy`))).toMatchObject({
      reason: 'was saved from a stale copy',
    });
    expect(printed(new Error(`There is no mailbox ${EMAIL}`)).reason).toBeUndefined();
    expect(printed(await thrownBy(() => JSON.parse(`"${EMAIL}`)))).toMatchObject({ name: 'SyntaxError' });
  });

  it('of zod says which rules were broken', async () => {
    const Person = z.object({ age: z.number(), mail: z.record(z.enum(['a']), z.literal('x')) }).strict();
    const input = { age: EMAIL, mail: { [EMAIL]: 'Dana' }, 'Dana Whitfield': 1 };
    const error = printed(await thrownBy(() => Person.parse(input)));
    expect(error).toMatchObject({ name: 'ZodError', issues: expect.arrayContaining(['invalid_type']) });
    expect(error.issues).toContain('unrecognized_keys');
    expect(error.stack).toContainEqual(HERE);
  });

  it('of a call to Slack says what Slack answered', async () => {
    const slack = await peopleApi();
    const messages = [`[ERROR] no such element "${EMAIL}" [json-pointer:/blocks/2/elements/0]`, EMAIL];
    slack.say({ status: 200, body: { ok: false, error: 'invalid_blocks', response_metadata: { messages } } });
    const { log, text } = readableLog();
    const client = createOutboxClient({ token: 'xoxb-secret', apiUrl: `${slack.url}/`, logger: log });
    const message = { text: EMAIL, blocks: [] };
    const post = {
      channel: 'C1',
      threadTs: undefined,
      message,
      simplification: 0,
      outboxId: 'outbox_1',
    } as const;
    const error = printed(await thrownBy(() => client.post(post)));
    expect(error).toMatchObject({
      ...{ name: 'SlackCallError', failure: 'content: invalid_blocks; /blocks/2/elements/0' },
      cause: { code: 'slack_webapi_platform_error' },
    });
    expect(text()).not.toMatch(/dana|xoxb/);
  });

  const nothing = undefined as unknown as Record<string, () => void>;
  const empty = {} as typeof nothing;
  const NATIVE: [what: string, work: () => unknown, seen: Partial<SafeError>][] = [
    ['a property of nothing', () => nothing[EMAIL], { reason: 'Cannot read properties of undefined' }],
    ['no function', () => (empty[EMAIL] as () => void)(), { reason: 'is not a function' }],
    ['no entry', () => new Map([EMAIL] as never), { name: 'TypeError', reason: undefined }],
    ['no object', () => EMAIL in (EMAIL as never), { name: 'TypeError', reason: undefined }],
    ['no JSON', () => JSON.parse(`{"a":${EMAIL}}`), { name: 'SyntaxError', reason: 'is not valid JSON' }],
    ['no number', () => BigInt(EMAIL), { name: 'SyntaxError', reason: undefined }],
    ['no zone', () => new Intl.DateTimeFormat('en', { timeZone: EMAIL }), { reason: 'Invalid time zone' }],
    ['no address', () => new URL(EMAIL), { code: 'ERR_INVALID_URL', reason: 'Invalid URL' }],
    ['no argument', () => Buffer.alloc(EMAIL as never), { code: 'ERR_INVALID_ARG_TYPE' }],
    ['no file', () => readFileSync(`/${EMAIL}`), { code: 'ENOENT', syscall: 'open' }],
    [
      'a refusal',
      () => Promise.reject(refuse('unknown_person', { name: EMAIL })),
      { code: 'unknown_person' },
    ],
  ];
  it.each(NATIVE)('of %s says a constant reason or none, and the place', async (_what, work, seen) => {
    const error = printed(await thrownBy(work));
    expect(error).toMatchObject(JSON.parse(JSON.stringify(seen)));
    if ('reason' in seen && seen.reason === undefined) expect(error).not.toHaveProperty('reason');
    expect(error.stack).toContainEqual(HERE);
  });

  it('is followed through its causes, also when they go round in a circle', async () => {
    const { url: silent, stop } = await peopleApi();
    await stop();
    const refused = printed(await thrownBy(() => fetch(`${silent}/${EMAIL}`)));
    expect(refused).toMatchObject({
      reason: 'fetch failed',
      cause: { code: 'ECONNREFUSED', syscall: 'connect' },
    });
    const first = new Error(EMAIL);
    const second = new RangeError(EMAIL, { cause: first });
    first.cause = second;
    expect(printed(first)).toMatchObject({ cause: { name: 'RangeError', cause: { name: 'Error' } } });
    expect(printed(new Error('x', { cause: { email: EMAIL } }))).not.toHaveProperty('cause');
  });

  it('shows no line of a message as a frame, even one that looks like it', () => {
    const fake = `    at dana (/harbour/whitfield.ts:1:1)`;
    const lied = new Error(`no\n${fake}`);
    expect(printed(lied).stack[0]).toEqual(HERE);
    lied.message = 'changed afterwards';
    expect(printed(lied).stack).toEqual([]);
    lied.message = '';
    expect(printed(lied).stack).toEqual([]);
  });

  it('is printed whatever it is made of', () => {
    const hostile = Object.defineProperties(new Error(EMAIL), {
      name: { value: 'Dana Whitfield' },
      code: { value: EMAIL },
      detail: { value: EMAIL, enumerable: true },
      cause: {
        get: () => {
          throw new Error(EMAIL);
        },
      },
    });
    expect(printed(hostile)).toEqual({ name: 'Error', stack: [] });
    expect(printed(coerceError({ email: EMAIL })).name).toBe('Error');
    expect(printed(Object.assign(new Error('x'), { issues: [EMAIL, null], failure: EMAIL })).issues).toEqual(
      [],
    );
  });
});

it('Every defect that the source words has its reason in the log', () => {
  const sources = globSync('src/{outbox,slack,store,usecases,jobs,messages,intake,http}/**/*.ts')
    .filter((path) => !path.startsWith('src/slack/gallery/'))
    .map((path) => readFileSync(path, 'utf8'));
  const worded = sources.flatMap((source) => [
    ...source.matchAll(/throw new (?:Range|Type)?Error\([`']([^`']+)/g),
  ]);
  const reasons = worded.map(
    ([, words = '']) => OWN_REASONS.find((reason) => words.includes(reason)) ?? words,
  );
  expect(reasons.filter((words) => !OWN_REASONS.includes(words as never))).toEqual([]);
  expect(OWN_REASONS.filter((reason) => !reasons.includes(reason))).toEqual([]);
});
