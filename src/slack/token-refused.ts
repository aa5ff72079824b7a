/** What is said when Slack refuses a token: which of them, and what to do. */
import { inWords, type Refusal } from '../errors.ts';

export function botTokenRefused(code: string): Refusal {
  return inWords(
    `Slack refuses SLACK_BOT_TOKEN (${code}). Copy the bot token (xoxb-…) of this workspace from the app's settings, OAuth & Permissions, then start again.`,
  );
}

export function appTokenRefused(code: string): Refusal {
  return inWords(`Slack refuses SLACK_APP_TOKEN (${code}). ${ADVICE[code] ?? COPY}, then start again.`);
}

const COPY = "Copy the app-level token (xapp-…) from the app's settings, Basic Information, App-Level Tokens";

const ADVICE: Readonly<Record<string, string>> = {
  missing_scope:
    "It lacks the scope connections:write: make another one with it in the app's settings, Basic Information, App-Level Tokens",
  not_allowed_token_type:
    "It is not an app-level token: those begin with xapp- and stand in the app's settings, Basic Information, App-Level Tokens",
};
