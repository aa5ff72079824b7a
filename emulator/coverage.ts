/** How well a method of the Web API is imitated. `missing` ones are refused as `unknown_method` and reported. */
export interface Coverage {
  status: 'supported' | 'partial' | 'missing';
  /** Which of Slack's rules it keeps; for a partial one also what it refuses. */
  rule: string;
  /** Under test/emulator. */
  testedBy?: string;
}

export const COVERAGE: Record<string, Coverage> = {
  'auth.test': supported('identity of the token, granted scopes in a header', 'web-api.test.ts'),
  'apps.connections.open': supported('app token only, one ticket a socket', 'bolt.test.ts'),
  'team.info': partial('id, name and domain only', 'web-api.test.ts'),
  'bots.info': partial('the app’s own bot only', 'web-api.test.ts'),
  'blocks.validate': supported('blocks, a message or a view, one of them', 'documents.test.ts'),
  'chat.postMessage': partial(
    'id, name or person as destination, membership, archive, threads (a lost parent un-threads), metadata, blocks, pace a channel; attachments are kept and not drawn; refuses markdown_text, username and icons',
    'web-api.test.ts',
  ),
  'chat.postEphemeral': partial(
    'one member sees it, in no history; refusals as chat.postMessage',
    'web-api.test.ts',
  ),
  'chat.update': partial(
    'own messages, text without blocks takes them away, metadata stays; refusals as chat.postMessage',
    'web-api.test.ts',
  ),
  'chat.delete': supported('own messages', 'web-api.test.ts'),
  'chat.getPermalink': supported('messages that are there', 'web-api.test.ts'),
  'conversations.history': supported('membership, scope by kind, range, paging, metadata', 'history.test.ts'),
  'conversations.replies': supported('parent first, range, paging, metadata', 'history.test.ts'),
  'conversations.list': partial('types, archive, paging; no group messages', 'web-api.test.ts'),
  'conversations.info': supported('private ones only from inside', 'web-api.test.ts'),
  'conversations.members': supported('paging', 'web-api.test.ts'),
  'conversations.open': partial('one person; refuses group messages', 'web-api.test.ts'),
  'conversations.join': supported('public, not archived', 'web-api.test.ts'),
  'users.info': supported('zone, e-mail by scope', 'web-api.test.ts'),
  'users.list': supported('paging', 'web-api.test.ts'),
  'users.lookupByEmail': supported('not for deactivated people', 'web-api.test.ts'),
  'usergroups.list': partial('users and disabled ones where asked for; no counts', 'web-api.test.ts'),
  'usergroups.users.list': supported('unknown groups', 'web-api.test.ts'),
  'views.open': supported('trigger of three seconds, once; limits of a view', 'views.test.ts'),
  'views.push': supported('stack of three', 'views.test.ts'),
  'views.update': supported('hash, external id, what was entered stays', 'views.test.ts'),
  'views.publish': supported('Home of one person, hash', 'views.test.ts'),
  'files.getUploadURLExternal': supported('length is kept to', 'files.test.ts'),
  'files.completeUploadExternal': supported(
    'shares into a channel or thread, no ts in the answer',
    'files.test.ts',
  ),
  'files.info': supported('address that needs the token', 'files.test.ts'),
  'functions.completeSuccess': partial(
    'once a run, outputs of the kinds that the manifest names; no user or channel kinds',
    'functions.test.ts',
  ),
  'functions.completeError': supported('once a run', 'functions.test.ts'),
  'reactions.add': supported('once', 'web-api.test.ts'),
  'chat.scheduleMessage': missing('the bot keeps its own clock'),
  'chat.unfurl': missing('no links are unfolded'),
  'conversations.create': missing('channels come with the workspace'),
  'conversations.archive': missing('an administrator does this: emulator.admin'),
  'conversations.invite': missing('an administrator does this: emulator.admin'),
  'files.upload': missing('switched off by Slack in 2025'),
  'pins.add': missing('not used'),
  'reactions.remove': missing('not used'),
  'users.conversations': missing('not used'),
  'users.profile.get': missing('users.info says it all'),
};

function supported(rule: string, testedBy: string): Coverage {
  return { status: 'supported', rule, testedBy };
}

function partial(rule: string, testedBy: string): Coverage {
  return { status: 'partial', rule, testedBy };
}

function missing(rule: string): Coverage {
  return { status: 'missing', rule };
}
