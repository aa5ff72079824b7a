import { makeView, replaceView } from '../happenings/put-view.ts';
import { asObject, isObject, type JsonObject } from '../json.ts';
import type { PageStateValues } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import { checkView } from '../validation/index.ts';
import { viewJson } from '../wire/view-json.ts';
import { mergeState } from '../workspace/element-state.ts';
import type { View } from '../workspace/views.ts';
import { fieldErrors } from './field-errors.ts';
import type { SubmitOutcome } from './outcome.ts';
import { basePayload, ofStep } from './payload.ts';
import { visibleView } from './visible-view.ts';
import { withFiles } from './with-files.ts';

const NO_ANSWER = 'We had some trouble connecting. Try again?';

/** A person presses the submit button. Fields that Slack itself refuses never reach the bot. */
export async function submitView(
  slack: Slack,
  user: string,
  submission: { viewId: string; state: PageStateValues },
): Promise<SubmitOutcome> {
  const view = visibleView(slack, user, submission.viewId);
  view.entered = withFiles(slack, mergeState(view.entered, submission.state));
  const errors = fieldErrors(view);
  if (Object.keys(errors).length > 0) return { result: 'errors', errors };
  const payload = {
    type: 'view_submission',
    ...basePayload(slack, user),
    ...ofStep(slack, user, view.stepRun),
    trigger_id: slack.triggers.issue(user, view.stepRun),
    view: viewJson(slack.workspace, view),
    response_urls: [],
  };
  const answer = await slack.bot.deliver({ kind: 'interactive', payload });
  const outcome = answer.acknowledged
    ? obey(slack, view, asObject(answer.body))
    : ({ result: 'unanswered', warning: `${NO_ANSWER} (${answer.detail})` } as const);
  slack.changes.announce({ kind: 'views' });
  return outcome;
}

function obey(slack: Slack, view: View, body: JsonObject): SubmitOutcome {
  const { views } = slack.workspace;
  switch (body.response_action) {
    case undefined:
      views.close(view);
      return { result: 'closed' };
    case 'clear':
      views.clear(view.user);
      return { result: 'cleared' };
    case 'errors':
      return showErrors(view, asObject(body.errors));
    case 'update':
    case 'push':
      return show(slack, view, body);
    default:
      return { result: 'unanswered', warning: `Unknown response_action ${String(body.response_action)}.` };
  }
}

/** Slack can show an error only under an input. */
function showErrors(view: View, errors: JsonObject): SubmitOutcome {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  const stray = Object.keys(errors).find((blockId) => !inputs.includes(blockId));
  if (stray !== undefined) {
    return { result: 'unanswered', warning: `${NO_ANSWER} (no input block ${stray} to show an error under)` };
  }
  return { result: 'errors', errors: errors as Record<string, string> };
}

function show(slack: Slack, view: View, body: JsonObject): SubmitOutcome {
  const { views } = slack.workspace;
  const [problem] = checkView(body.view, 'modal');
  if (problem !== undefined || !isObject(body.view)) {
    return { result: 'unanswered', warning: `${NO_ANSWER} (${problem?.message ?? 'no view'})` };
  }
  if (body.response_action === 'update') {
    replaceView(slack, view, body.view);
    return { result: 'updated', view };
  }
  if (views.isFull(view.user)) return { result: 'unanswered', warning: `${NO_ANSWER} (push_limit_reached)` };
  const pushed = makeView(slack, body.view, { user: view.user, below: view });
  views.push(pushed);
  return { result: 'pushed', view: pushed };
}
