/** What a menu of a form offers, asked for while somebody types into it. */
import type { App, BlockSuggestion } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import { AppError } from '../../../errors.ts';
import { PLAIN } from '../../../sentences/voice.ts';
import { inTime } from './acknowledge.ts';
import { parted } from './form-values.ts';
import { type Edge, handle, type ListenerDeps, sentenceFor } from './listen.ts';

export interface Typed {
  person: PersonId;
  /** Empty as long as nothing is. */
  text: string;
  /** What the form is about, as text. */
  privateMetadata: string;
}

export type OptionsHandler = (deps: ListenerDeps, typed: Typed) => Promise<PlainTextOption[]>;

/**
 * Slack has no place for a sentence here. To whoever may not ask, or asks about what is gone, nothing is offered; what failed is in the log and
 * stays unanswered, so that Slack itself says that there was an error.
 */
export function listenToOptions(app: App, outer: Edge, id: string, handler: OptionsHandler): void {
  const constraints = { type: 'block_suggestion', action_id: id } as const;
  app.options<'block_suggestion'>(constraints, async ({ ack, body }) => {
    const options = await inTime(
      outer,
      (edge) => offered(edge, { id, body, handler }),
      () => undefined,
    );
    if (options) await ack({ options });
  });
}

interface Asked {
  id: string;
  body: BlockSuggestion;
  handler: OptionsHandler;
}

function offered(edge: Edge, { id, body, handler }: Asked): Promise<PlainTextOption[] | null> {
  const person = body.user.id as PersonId;
  return handle<PlainTextOption[] | null>(edge, {
    person,
    request: { kind: 'options', id, body },
    work: () =>
      handler(edge, {
        person,
        text: body.value,
        privateMetadata: parted(body.view?.private_metadata ?? '').own,
      }),
    failed: (thrown) => {
      if (thrown instanceof AppError && thrown.kind !== 'unavailable') return [];
      sentenceFor(edge, thrown, { where: id, voice: PLAIN });
      return null;
    },
  });
}
