import { expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { insertPeople } from '../../../src/store/team/person.ts';
import { peopleBook } from '../../../src/usecases/team/find-people.ts';
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

it('Two of one name are nobody; an address is asked for once', async () => {
  const asked: string[] = [];
  const byEmail = (email: string): Promise<PersonId | null> => {
    asked.push(email);
    return Promise.resolve(email === 'ana@sample.example' ? ANA : null);
  };
  const find = peopleBook(await team(), { byEmail });
  await find(['Sam', 'Ana@Sample.example']);
  const found = await find(['Ana@Sample.example', 'x@y.example', 'x@y.example']);
  expect(Object.fromEntries(found)).toEqual({ 'Ana@Sample.example': ANA });
  expect(asked).toEqual(['ana@sample.example', 'x@y.example']);
});
