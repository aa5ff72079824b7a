import { asObject, type JsonObject } from '../json.ts';
import { checkMessage, checkView, type Problem } from '../validation/index.ts';
import { invalidArguments } from './args.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { SlackError } from './slack-error.ts';

export const blockMethods: Methods = {
  'blocks.validate': botMethod(validate, { perMinute: TIER.three }),
};

/** Exactly one of `blocks`, `message` and `view` (docs.slack.dev/reference/methods/blocks.validate). */
function validate({ args }: Call): JsonObject {
  const given = (['blocks', 'message', 'view'] as const).filter((name) => args.has(name));
  const [what] = given;
  if (what === undefined || given.length > 1) {
    throw invalidArguments('must provide exactly one of blocks, message or view');
  }
  const errors = CHECKS[what](args.json(what));
  if (errors.length > 0) throw new SlackError(`invalid_${what}`, { errors });
  return {};
}

const CHECKS: Record<'blocks' | 'message' | 'view', (given: unknown) => Problem[]> = {
  blocks: (blocks) => checkMessage({ text: 'any', blocks }),
  message: (message) => checkMessage(asObject(message)),
  view: (view) => checkView(view, asObject(view).type === 'home' ? 'home' : 'modal'),
};
