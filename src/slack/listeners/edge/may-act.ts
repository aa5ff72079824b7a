/** What a request says of where it comes from, and the question who may act: the same for all kinds. */
import { z } from 'zod';
import type { Origin } from '../../../domain/team/identity.ts';
import { whoActs } from '../../../usecases/team/who-acts.ts';
import type { MayAct, Request } from './listen.ts';

export const mayActByIdentity: MayAct = async ({ ctx, people, membersOnly }, person, request) => {
  // News of somebody's account, or of a channel: nobody acts.
  if (person === null && request.kind === 'event') return;
  await whoActs(ctx, people, { person, said: originOf(request), membersOnly });
};

const Id = z.string().min(1).nullish().catch(null);

/** Clicks, forms and shortcuts name the person's own workspace beside ours; a command and a step come from one alone. */
const Body = z.object({
  user: z.object({ team_id: Id }).nullish().catch(null),
  team: z.object({ id: Id, enterprise_id: Id }).nullish().catch(null),
  team_id: Id,
  enterprise_id: Id,
});

const NOWHERE: Origin = { team: null, enterprise: null };

/** An organisation that is named without the workspace that belongs to it may be ours, and says nothing of the person. */
function originOf({ kind, body }: Request): Origin {
  const { data } = Body.safeParse(body);
  if (!data || kind === 'event') return NOWHERE;
  if (kind === 'command' || kind === 'step') {
    return { team: data.team_id ?? null, enterprise: data.enterprise_id ?? null };
  }
  const team = data.user?.team_id ?? null;
  return {
    team,
    enterprise: team !== null && team === data.team?.id ? (data.team?.enterprise_id ?? null) : null,
  };
}
