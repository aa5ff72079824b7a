import { makeView, replaceView } from '../happenings/put-view.ts';
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { checkView } from '../validation/index.ts';
import { viewJson } from '../wire/view-json.ts';
import type { View } from '../workspace/views.ts';
import { invalidArguments } from './args.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { refuseProblems, SlackError } from './slack-error.ts';

export const viewMethods: Methods = {
  'views.open': botMethod(open, { perMinute: TIER.four }),
  'views.push': botMethod(push, { perMinute: TIER.four }),
  'views.update': botMethod(update, { perMinute: TIER.four }),
  'views.publish': botMethod(publish, { perMinute: TIER.four }),
};

function open(call: Call): JsonObject {
  const opener = whoseTrigger(call);
  const view = makeView(call.slack, readView(call, 'modal'), opener);
  spendTrigger(call);
  call.slack.workspace.views.open(view);
  return done(call, view);
}

function push(call: Call): JsonObject {
  const opener = whoseTrigger(call);
  const { user } = opener;
  const { views } = call.slack.workspace;
  const below = views.top(user);
  if (below === undefined) throw new SlackError('no_open_view');
  if (views.isFull(user)) throw new SlackError('push_limit_reached');
  const view = makeView(call.slack, readView(call, 'modal'), { ...opener, below });
  spendTrigger(call);
  views.push(view);
  return done(call, view);
}

function update(call: Call): JsonObject {
  const { slack, args } = call;
  const { views } = slack.workspace;
  const id = args.text('view_id');
  const view = id === '' ? views.byExternalId(args.required('external_id')) : views.find(id);
  if (view === undefined) throw new SlackError('not_found');
  refuseStaleHash(call, view);
  replaceView(slack, view, readView(call, view.type, view));
  return done(call, view);
}

function publish(call: Call): JsonObject {
  const { slack, args } = call;
  const user = args.required('user_id');
  if (slack.workspace.people.find(user) === undefined) throw new SlackError('user_not_found');
  const home = slack.workspace.views.home(user);
  if (home !== undefined) refuseStaleHash(call, home);
  const json = readView(call, 'home', home);
  if (home !== undefined) {
    replaceView(slack, home, json);
    return done(call, home);
  }
  const view = makeView(slack, json, { user });
  slack.workspace.views.setHome(view);
  return done(call, view);
}

function readView({ slack, args }: Call, surface: View['type'], replaced?: View): JsonObject {
  const view = args.json('view');
  refuseProblems(checkView(view, surface));
  if (!isObject(view)) throw invalidArguments('must provide an object: view');
  const externalId = view.external_id;
  if (typeof externalId === 'string' && externalId !== '') {
    const holder = slack.workspace.views.byExternalId(externalId);
    if (holder !== undefined && holder !== replaced) throw new SlackError('duplicate_external_id');
  }
  return view;
}

function whoseTrigger({ slack, args }: Call): { user: string; stepRun?: string } {
  const found = slack.triggers.check(args.required('trigger_id'));
  if ('refusal' in found) throw new SlackError(found.refusal);
  return found;
}

function spendTrigger({ slack, args }: Call): void {
  slack.triggers.spend(args.text('trigger_id'));
}

function refuseStaleHash({ args }: Call, view: View): void {
  if (args.has('hash') && args.text('hash') !== view.hash) throw new SlackError('hash_conflict');
}

function done({ slack }: Call, view: View): JsonObject {
  slack.changes.announce({ kind: view.type === 'home' ? 'home' : 'views' });
  return { view: viewJson(slack.workspace, view) };
}
