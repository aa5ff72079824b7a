import { factsOf, NEW_LEAD } from '../../domain/lead/lead.ts';
import { matchKeys } from '../../domain/lead/match-keys.ts';
import type { LeadInput } from '../../domain/lead/receive.ts';
import { isSamePerson } from '../../domain/source/same-lead.ts';
import { type Delivered, findDelivered } from '../../store/lead/delivered.ts';
import type { Work } from '../work.ts';

/** Of a row that is named by its cells: no two files have it by chance. */
const ROW_NAME = /^row-[0-9a-f]{32}$/;

/**
 * A file that is read better may name another source than it did before. Its rows are those that are here all the same, each under the source that
 * it came from: known by all their cells, or by the sender's id and the person.
 */
export async function ofSourcesHere(
  { tx, settings, now }: Work,
  inputs: readonly LeadInput[],
): Promise<LeadInput[]> {
  const found = Map.groupBy(
    await findDelivered(
      tx,
      inputs.flatMap(({ externalId }) => externalId ?? []),
    ),
    ({ asked }) => asked,
  );
  const isOf = (input: LeadInput, lead: Delivered) => {
    if (ROW_NAME.test(input.externalId ?? '')) return true;
    const keys = matchKeys({ ...NEW_LEAD, receivedAt: now, ...factsOf(input) }, settings);
    return isSamePerson(keys, { email: lead.emailKey, phone: lead.phoneKey });
  };
  return inputs.map((input) => {
    const here = found.get(input.externalId ?? '') ?? [];
    const [own, ...others] = here.filter((lead) => isOf(input, lead));
    return own && others.length === 0 && own.source !== input.source
      ? { ...input, source: own.source }
      : input;
  });
}
