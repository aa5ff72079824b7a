/** Which leads of a delivery are here already, or came before in the same delivery. */
import { hash } from 'node:crypto';
import { factsOf, type LeadId, NEW_LEAD } from '../../domain/lead/lead.ts';
import { matchKeys } from '../../domain/lead/match-keys.ts';
import type { LeadInput } from '../../domain/lead/receive.ts';
import { nameKey, tidyName } from '../../domain/source/fold.ts';
import { idOwnerKey } from '../../domain/source/said-source.ts';
import { isSamePerson, isSomebodyElse, type NamedPerson } from '../../domain/source/same-lead.ts';
import type { SourceId } from '../../domain/source/source.ts';
import { recordGuess } from '../../store/source/guess.ts';
import { findKnownDeliveries, type KnownDelivery } from '../source/find-delivered.ts';
import { findSources, resolveSources } from '../source/resolve-origins.ts';
import type { Work } from '../work.ts';

export interface ReceivedLead {
  id: LeadId;
  /** It was here already: the id is the first one's. */
  duplicate: boolean;
  /** The id is here, and of another person: it was not taken. */
  isAnother?: true;
}

export interface NewInput {
  id: LeadId;
  input: LeadInput;
}

interface Sorted {
  /** One an input. */
  answers: ReceivedLead[];
  news: NewInput[];
}

/** A name that nobody knew, under which a known lead came, is remembered as what its source may be called too. */
export async function sortByNews(
  work: Work,
  given: readonly LeadInput[],
  { refusesOthers, came = new Map(), isTried = false }: Sorting,
): Promise<Sorted> {
  const first = await knownAmong(work, given);
  const inputs = given.map((input, index) =>
    first[index]?.isAnother && !refusesOthers ? apart(work, input) : input,
  );
  const isSame = inputs.every((input, index) => input === given[index]);
  const known = isSame ? first : await knownAmong(work, inputs);
  const named = await findSources(
    work,
    inputs.map(({ source }) => source),
  );
  const [answers, news]: [ReceivedLead[], NewInput[]] = [[], []];
  for (const [index, input] of inputs.entries()) {
    const sourceId = (input.source && named.get(input.source)?.id) || null;
    const earlier = known[index] ?? findInBatch(came, { input, sourceId, work });
    const id = earlier?.id ?? (work.newId('lead') as LeadId);
    const isAnother = earlier !== null && 'isAnother' in earlier && earlier.isAnother;
    answers.push({ id, duplicate: earlier !== null, ...(isAnother && { isAnother }) });
    if (isAnother) continue;
    if (earlier) await (isTried ? undefined : recordGuessOf(work, input, earlier));
    else {
      news.push({ id, input });
      if (hasExternalId(input))
        came.set(input.externalId, [
          ...(came.get(input.externalId) ?? []),
          beforeOf(work, { id, input, sourceId }, isTried),
        ]);
    }
  }
  return { answers, news };
}

function hasExternalId(input: LeadInput): input is LeadInput & { externalId: string } {
  return typeof input.externalId === 'string';
}

async function knownAmong(work: Work, inputs: readonly LeadInput[]): Promise<(KnownDelivery | null)[]> {
  const told = inputs.filter(hasExternalId);
  const found = await findKnownDeliveries(
    work,
    told.map((input) => ({
      source: input.source,
      externalId: input.externalId,
      person: () => personOf(work, input),
    })),
  );
  const byInput = new Map<LeadInput, KnownDelivery | null>(
    told.map((input, index) => [input, found[index] ?? null]),
  );
  return inputs.map((input) => byInput.get(input) ?? null);
}

function personOf({ settings, now }: Work, input: LeadInput): NamedPerson {
  const facts = factsOf(input);
  return { name: facts.name ?? null, ...matchKeys({ ...NEW_LEAD, receivedAt: now, ...facts }, settings) };
}

/** Whoever cannot be asked to mend it is taken all the same, under an id that is theirs alone and the same each time. */
function apart(work: Work, input: LeadInput): LeadInput {
  const { name, email, phone } = personOf(work, input);
  const whose = hash('sha256', JSON.stringify([name, email, phone])).slice(0, 12);
  return { ...input, externalId: `${input.externalId}~${whose}` };
}

/** Little enough to be kept of each row of a file. */
interface Before {
  id: LeadId;
  source: string | null;
  sourceId: SourceId | null;
  isTest: boolean;
  person(): NamedPerson;
}

/** By the sender's id. */
export type CameBefore = Map<string, Before[]>;

interface Sorting {
  refusesOthers: boolean;
  /** What came in the parts before of the same delivery, where those were not stored. */
  came?: CameBefore;
  /** Nothing is written. */
  isTried?: boolean;
}

interface Coming {
  input: LeadInput;
  sourceId: SourceId | null;
}

/** Few are asked who they are; what is kept for a whole file holds the answer, and not the row. */
function beforeOf(work: Work, { id, input, sourceId }: Coming & { id: LeadId }, isKept: boolean): Before {
  const { source, isTest = false } = input;
  const told = isKept ? personOf(work, input) : null;
  return { id, source, sourceId, isTest, person: told ? () => told : () => personOf(work, input) };
}

interface Earlier {
  id: LeadId;
  guessed: SourceId | string | null;
  isAnother?: boolean;
}

interface Asked extends Coming {
  work: Work;
}

/** As what is stored is judged: by the source, and where its name is new by the person. */
function findInBatch(came: CameBefore, { input, sourceId, work }: Asked): Earlier | null {
  if (!hasExternalId(input)) return null;
  const before = came.get(input.externalId) ?? [];
  const own = before.find((each) => isOfSameSource(each, { input, sourceId }));
  if (own) return { id: own.id, guessed: null, isAnother: isElse(work, own, input) };
  if (sourceId !== null || input.source === null) return null;
  const same = before.find(
    (each) => each.source !== null && isSamePerson(each.person(), personOf(work, input)),
  );
  return same ? { id: same.id, guessed: same.source } : null;
}

function isElse(work: Work, one: Before, other: LeadInput): boolean {
  return !one.isTest && isSomebodyElse(one.person(), personOf(work, other));
}

function isOfSameSource(one: Before, other: Coming): boolean {
  if (idOwnerKey(one.source) === idOwnerKey(other.input.source)) return true;
  return one.sourceId !== null && one.sourceId === other.sourceId;
}

/** The source of one that came before in this delivery may be as new as the lead. */
async function recordGuessOf(work: Work, { source }: LeadInput, { guessed }: Earlier): Promise<void> {
  if (guessed === null || !source) return;
  const [known] = (await findSources(work, [guessed])).values();
  const [of] = known ? [known] : await resolveSources(work, [guessed]);
  if (!of) return;
  const text = tidyName(source);
  await recordGuess(work.tx, { key: nameKey(text), sourceId: of.id, text, lastAt: work.now });
}
