/** What the app must have been given for what it does today. docs/slack.md says for what each is; the manifest asks for more. */
export const USED_SCOPES = [
  'chat:write',
  'chat:write.public',
  'commands',
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'channels:read',
  'groups:read',
  'users:read',
  'users:read.email',
  'usergroups:read',
  'files:read',
  'files:write',
] as const;
