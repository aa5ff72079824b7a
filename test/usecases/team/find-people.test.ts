import { expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { insertPeople } from '../../../src/store/team/person.ts';
import { type AskPeople, peopleBook } from '../../../src/usecases/team/find-people.ts';
import { testContext } from '../../support/context.ts';
import { BEN, MIA } from '../../support/people.ts';

const ANA = 'U0ANA' as PersonId;

async function team() {
  const ctx = await testContext('sqlite');
  await ctx.db.transaction(async (tx) => {
    await insertPeople(tx, [ANA, BEN, MIA], 1);
    for (const [id, name] of [
      [ANA, 'Ana López'],
      [BEN, 'Sam'],
      [MIA, 'Sam'],
    ] as const)
      await tx.sql.updateTable('person').set({ name }).where('id', '=', id).execute();
  });
  return ctx;
}

it('People are found by their name however it is spelled, by their id, and by what somebody has said', async () => {
  const find = peopleBook(await team(), { said: { kmeyer: BEN } });
  const found = await find([
    'ana lópez',
    'ANA  LO\u0301PEZ',
    'U0ANA',
    '<@U0ANA>',
    'K. Meyer',
    'U0GONE',
    'Nobody',
  ]);
  expect(Object.fromEntries(found)).toEqual({
    ...{ 'ana lópez': ANA, 'ANA  LO\u0301PEZ': ANA, U0ANA: ANA, '<@U0ANA>': ANA, 'K. Meyer': BEN },
  });
});

it('Two of one name are nobody; Slack is asked once for whoever is not known, the last name first or not', async () => {
  const asked: string[][] = [];
  const ask: AskPeople = (texts) => {
    asked.push([...texts]);
    const found = new Map(texts.filter((text) => text === 'Ana@Sample.example').map((text) => [text, ANA]));
    return Promise.resolve({ found });
  };
  const find = peopleBook(await team(), { ask });
  await find(['Sam', 'Ana@Sample.example', 'López, Ana']);
  const found = await find(['Ana@Sample.example', 'x@y.example', 'x@y.example']);
  expect(Object.fromEntries(found)).toEqual({ 'Ana@Sample.example': ANA, 'López, Ana': ANA });
  expect(asked).toEqual([['Sam', 'Ana@Sample.example'], ['x@y.example']]);
});

it('Where Slack wants to be asked later nobody is taken for nobody', async () => {
  let answer: Awaited<ReturnType<AskPeople>> = { waitMs: 7_000 };
  const find = peopleBook(await team(), { ask: () => Promise.resolve(answer) });
  await expect(find(['ana@sample.example'])).rejects.toMatchObject({
    kind: 'unavailable',
    refusal: { code: 'people_asked_later', facts: { waitMs: 7_000 } },
  });
  answer = { found: new Map([['ana@sample.example', ANA]]) };
  expect(Object.fromEntries(await find(['ana@sample.example']))).toEqual({ 'ana@sample.example': ANA });
});
