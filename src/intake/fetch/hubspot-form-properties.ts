/** What forms at HubSpot ask besides what every contact has: properties of the account’s own, each called as people see it there. */
import { z } from 'zod';
import { openRecord } from '../schemas/open-record.ts';
import { type Fetched, failureOf, getJson } from './get-json.ts';
import type { FetchCall, FetchFailed } from './source.ts';

export interface FormProperty {
  label: string;
  /** What was chosen is stored as a value that nobody sees. */
  options: ReadonlyMap<string, string>;
}

type FormProperties = ReadonlyMap<string, FormProperty>;

/** New ones are rare, and an account may have a thousand. */
const KNOWN_FOR_MS = 10 * 60 * 1000;

/** A scope is given in a minute. */
const REFUSED_FOR_MS = 60 * 1000;

interface Told {
  properties: FormProperties;
  /** Whether the token may read what properties there are; null: HubSpot’s answer does not say. */
  isAllowed: boolean | null;
}

type Known = Told | FetchFailed;

/** By address and token. Of several people who are fetched at once the first asks, and the others wait for the answer. */
const known = new Map<string, { until: number; told: Promise<Known> }>();

/**
 * Those that a form can ask for ("Read all properties", developers.hubspot.com/docs/api-reference/legacy/crm/properties/get-properties). A token that may
 * not read what properties there are reads people as before.
 */
export async function formProperties(call: FetchCall, base: string): Promise<Known> {
  const key = `${base} ${call.token}`;
  const before = known.get(key);
  if (before && before.until > call.now) return before.told;
  const asked = { until: call.now + KNOWN_FOR_MS, told: askFor(call, base) };
  known.set(key, asked);
  const told = await asked.told;
  if ('kind' in told) known.delete(key);
  else if (told.isAllowed === false) asked.until = call.now + REFUSED_FOR_MS;
  return told;
}

async function askFor(call: FetchCall, base: string): Promise<Known> {
  const fetched = await getJson(new URL(`${base}/crm/v3/properties/contacts`), call);
  if ('kind' in fetched) return fetched;
  if (fetched.status === 429 || fetched.status >= 500) return failureOf(fetched);
  const isAllowed = fetched.status === 200 ? true : fetched.status === 403 ? false : null;
  return { properties: propertiesOf(fetched), isAllowed };
}

const Option = z.object({ label: z.string().min(1), value: z.string() });

const Property = z.object({
  name: z.string().regex(/^\w{1,100}$/),
  label: z.string().trim().min(1),
  formField: z.literal(true),
  hidden: z.literal(false).optional(),
  calculated: z.literal(false).optional(),
  archived: z.literal(false).optional(),
  options: z.array(z.unknown()).catch([]),
});

const Answer = z.object({ results: z.array(z.unknown()).max(5_000) });

/** HubSpot’s own bookkeeping. */
export const OWN_PROPERTY = /^(?:hs_|hubspot_)/;

/** What nobody knows how to ask for is no reason to lose the person. */
function propertiesOf({ status, json }: Fetched): FormProperties {
  const results = status === 200 ? (Answer.safeParse(json).data?.results ?? []) : [];
  const found = results.flatMap((each) => Property.safeParse(each).data ?? []);
  return new Map(
    found
      .filter(({ name }) => !OWN_PROPERTY.test(name))
      .map(({ name, label, options }) => [name, { label, options: optionsOf(options) }]),
  );
}

function optionsOf(options: readonly unknown[]): Map<string, string> {
  const read = options.flatMap((each) => Option.safeParse(each).data ?? []);
  return new Map(read.map(({ value, label }) => [value, label]));
}

/** Of several that were chosen each. */
export function chosenIn({ options }: FormProperty, value: unknown): unknown {
  if (typeof value !== 'string' || options.size === 0) return value;
  const chosen = value.split(';').map((each) => options.get(each.trim()) ?? each);
  return options.get(value) ?? chosen.join(', ');
}

/** As much of an address as every server and proxy takes. */
const MOST_IN_ADDRESS = 4_000;

/** The answers of one contact to those: asked for apart, since an account may have more of them than fit in one address. */
export async function formAnswers(
  call: FetchCall,
  contact: URL,
  names: readonly string[],
): Promise<{ properties: Record<string, unknown> } | FetchFailed> {
  const properties: Record<string, unknown> = {};
  for (const group of inGroups(names)) {
    const url = new URL(contact);
    url.searchParams.set('properties', group.join(','));
    const fetched = await getJson(url, call);
    if ('kind' in fetched) return fetched;
    if (fetched.status !== 200) return failureOf(fetched);
    const told = Contact.safeParse(fetched.json).data?.properties ?? {};
    for (const name of group) if (Object.hasOwn(told, name)) properties[name] = told[name];
  }
  return { properties };
}

const Contact = z.object({ properties: openRecord(z.unknown()) });

/** As many names at once as fit in one address. */
export function inGroups(names: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const name of names) {
    const last = groups.at(-1);
    if (last && `${last},${name}`.length <= MOST_IN_ADDRESS) last.push(name);
    else groups.push([name]);
  }
  return groups;
}
