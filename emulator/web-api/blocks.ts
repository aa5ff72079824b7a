import type { JsonObject } from '../json.ts';
import { checkMessage } from '../validation/index.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { SlackError } from './slack-error.ts';

export const blockMethods: Methods = {
  'blocks.validate': botMethod(validate, { perMinute: TIER.three }),
};

function validate({ args }: Call): JsonObject {
  const problems = checkMessage({ text: 'any', blocks: args.json('blocks') });
  if (problems.length > 0) throw new SlackError('invalid_blocks', { errors: problems });
  return {};
}
