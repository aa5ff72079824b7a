import {
  HOME_LISTS,
  type HomeList,
  type HomeListRows,
  type HomeListScene,
  homeRoles,
  type Page,
} from '../../domain/home.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import {
  campaignsOf,
  readAccepted,
  readAskedBack,
  readDeals,
  readPairs,
  readRejects,
  readSnoozed,
  readStopped,
  readTroubles,
  readWeek,
} from './read-listed.ts';
import { readAllOwn, readAllTogether, readBroken, readOwedTo } from './read-owed.ts';
import { readToAnswer } from './read-rejects-owed.ts';
import type { HomeReading, Part } from './reading.ts';

/** With its words a page that nobody has to scroll for long. */
const ON_A_PAGE = 10;

/** All of what Home has no room for, so many on a page. Refuses `home_list_not_yours` where it is of another's Home. */
export function loadHomeList(ctx: Context, person: PersonId, list: HomeList): Promise<HomeListScene> {
  return perform(ctx, person, async ({ tx, settings, now }) => {
    if (!homeRoles(settings, person).includes(HOME_LISTS[list.name])) throw refuse('home_list_not_yours');
    const reading: HomeReading = { tx, settings, now, person };
    const first = await readPage(reading, list, list.page);
    const pages = Math.max(1, Math.ceil(first.count / ON_A_PAGE));
    // What was on the last page may be done by now.
    const page = Math.min(list.page, pages - 1);
    const { rows, count } = page === list.page ? first : await readPage(reading, list, page);
    const known = { timezone: settings.timezone, now };
    return { list: { ...list, page }, rows, count, offset: page * ON_A_PAGE, pages, ...known };
  });
}

interface Read {
  rows: HomeListRows;
  count: number;
}

async function readPage(reading: HomeReading, { name, kind }: HomeList, page: number): Promise<Read> {
  const part: Part = { limit: ON_A_PAGE, offset: page * ON_A_PAGE };
  switch (name) {
    case 'own':
      return entries(await readAllOwn(reading, part));
    case 'sales':
    case 'marketing':
      return entries(await readAllTogether(reading, { side: name, kind, ...part }));
    case 'owed_to':
      return entries(await readOwedTo(reading, part));
    case 'broken':
      return entries((await readBroken(reading, { names: 0, ...part })).worst);
    case 'deals':
      return leads(await readDeals(reading, part));
    case 'snoozed':
      return leads(await readSnoozed(reading, part));
    case 'stopped':
      return leads(await readStopped(reading, part));
    case 'asked_back':
      return stories(await readAskedBack(reading, part));
    case 'to_answer':
      return entries(await readToAnswer(reading, part));
    case 'accepted':
      return stories(await readAccepted(reading, part));
    case 'rejects':
      return as('rejects', await readRejects(reading, part));
    case 'campaigns':
      return as('campaigns', campaignsOf(await readWeek(reading), part));
    case 'pairs':
      return as('pairs', await readPairs(reading, part));
    case 'troubles':
      return as('troubles', await readTroubles(reading, part));
    default:
      return name satisfies never;
  }
}

function as<Are extends HomeListRows['are']>(
  are: Are,
  { shown, count }: Page<Extract<HomeListRows, { are: Are }>['shown'][number]>,
): Read {
  return { rows: { are, shown } as HomeListRows, count };
}

const entries = (page: Parameters<typeof as<'entries'>>[1]) => as('entries', page);
const leads = (page: Parameters<typeof as<'leads'>>[1]) => as('leads', page);
const stories = (page: Parameters<typeof as<'stories'>>[1]) => as('stories', page);
