/** What HubSpot’s forms asked one person, besides what is read of everybody: as it was asked, and as marketers have said that it is meant. */
import { z } from 'zod';
import type { Meanings, Question } from '../../domain/web-form/web-form.ts';
import type { Answer } from '../../reading/lead/sort-answers.ts';
import { openRecord } from '../schemas/open-record.ts';
import { givenOf, questionsOf, understood } from '../web-forms/questions.ts';
import { failureOf, getJson } from './get-json.ts';
import {
  chosenIn,
  type FormProperty,
  formAnswers,
  formProperties,
  inGroups,
} from './hubspot-form-properties.ts';
import { accountOf } from './job-reading.ts';
import type { FetchCall, FetchFailed } from './source.ts';

export interface AskedInForms {
  /** Of these properties, or of all. */
  answers(names?: readonly string[]): Answer[];
  /** Of a form; what somebody or some tool at HubSpot has written is none. */
  questions: Question[];
  /** Null: HubSpot does not say. */
  isAllowed: boolean | null;
}

interface Asked {
  base: string;
  contact: URL;
  /** What is read of everybody, or says nothing of anybody. */
  isReadAnyway(name: string): boolean;
  /** Whose answers are news; left out: all. */
  news: readonly string[] | undefined;
}

/**
 * A contact does not say which form it came by, and a property is asked for by as many forms as an account likes: so all forms of an account are one
 * here, and what is said of a question holds in each of them.
 */
export function formOf({ job }: Pick<FetchCall, 'job'>): { id: string; name: string } {
  const account = accountOf(job);
  return account === null
    ? { id: 'all', name: 'HubSpot forms' }
    : { id: account, name: `HubSpot forms (account ${account})` };
}

export async function askedInForms(
  call: FetchCall,
  { base, contact, isReadAnyway, news }: Asked,
): Promise<AskedInForms | FetchFailed> {
  const known = await formProperties(call, base);
  if ('kind' in known) return known;
  const asked = [...known.properties].filter(([name]) => !isReadAnyway(name));
  const names = asked.map(([name]) => name);
  const told = await formAnswers(call, contact, names);
  if ('kind' in told) return told;
  const answerOf = ([name, property]: [string, FormProperty]): Answer => ({
    label: property.label,
    value: chosenIn(property, told.properties[name]),
  });
  const given = asked.filter((each) => givenOf([answerOf(each)]).length > 0);
  const fresh = given.filter(([name]) => news?.includes(name) ?? true);
  const elsewhere = await writtenElsewhere(
    call,
    contact,
    fresh.map(([name]) => name),
  );
  if ('kind' in elsewhere) return elsewhere;
  const meanings: Meanings = given.length === 0 ? {} : await call.meaningsOf(formOf(call).id);
  return {
    answers: (some) =>
      understood(given.filter(([name]) => some?.includes(name) ?? true).map(answerOf), meanings),
    isAllowed: known.isAllowed,
    questions: questionsOf(fresh.filter(([name]) => !elsewhere.names.has(name)).map(answerOf)),
  };
}

/** "Retrieve a record … propertiesWithHistory" (developers.hubspot.com): each version of a value has a `sourceType`; its words from memory. */
const History = z.object({
  propertiesWithHistory: openRecord(z.array(z.object({ sourceType: z.string() })).catch([])),
});

const BY_FORM = /^(?:form|meeting)/i;

/** Those that no form has asked for: by people there, imports, workflows and other tools. What HubSpot does not say is taken for a form’s. */
async function writtenElsewhere(
  call: FetchCall,
  contact: URL,
  names: readonly string[],
): Promise<{ names: ReadonlySet<string> } | FetchFailed> {
  const found = new Set<string>();
  for (const group of inGroups(names)) {
    const url = new URL(contact);
    url.searchParams.delete('properties');
    url.searchParams.set('propertiesWithHistory', group.join(','));
    const fetched = await getJson(url, call);
    if ('kind' in fetched) return fetched;
    if (fetched.status === 429 || fetched.status >= 500) return failureOf(fetched);
    const history = History.safeParse(fetched.json).data?.propertiesWithHistory ?? {};
    for (const name of group) {
      const versions = Object.hasOwn(history, name) ? (history[name] ?? []) : [];
      if (versions.length > 0 && !versions.some(({ sourceType }) => BY_FORM.test(sourceType)))
        found.add(name);
    }
  }
  return { names: found };
}
