import { expect, it } from 'vitest';
import type { TroubleFacts } from '../../src/domain/delivery/trouble.ts';
import { sayTrouble } from '../../src/sentences/en/trouble.ts';
import { PLAIN } from '../../src/sentences/voice.ts';
import { MRKDWN } from '../../src/slack/views/kit/voice.ts';

const SAID: readonly [TroubleFacts, string][] = [
  [
    { code: 'wrong_address', word: 'http_407' },
    'Something between us and Slack answers in its place (http_407). Please check SLACK_API_URL and the proxy.',
  ],
  [
    { code: 'quota' },
    'This workspace has used up its message quota. What we have to say waits and is tried hourly.',
  ],
  [
    { code: 'token_refused', word: 'invalid_auth' },
    'Slack refuses our token (invalid_auth): nothing is sent until that is mended.',
  ],
  [
    { code: 'deaf', word: 'hello_timeout' },
    'For some minutes Slack has not reached me (hello_timeout): buttons and commands fail. Leads are taken, and what I have to say still comes. Whoever runs Tango finds the cause in its log and at /readyz.',
  ],
  [
    { code: 'content_refused', message: 'lead_card', word: 'invalid_blocks' },
    'Slack refused how we show the card of a lead (invalid_blocks); a simpler form went out. Please report this.',
  ],
  [
    { code: 'destination_refused', target: 'C_LEADS', word: 'not_in_channel' },
    'I cannot post to <#C_LEADS> (not_in_channel). Please type “/invite @Tango” there. What I have to say there waits.',
  ],
  [
    { code: 'destination_refused', target: 'U_ANA', word: 'user_disabled' },
    'I cannot post to <@U_ANA> (user_disabled). Please check it, or choose another place in the settings. What I have to say there waits.',
  ],
  [
    { code: 'not_member', target: 'C_LEADS' },
    'I am not in <#C_LEADS>. What I post there arrives, but I cannot see whether it did when Slack’s answer is lost, nor hear what happens to the channel. Please type “/invite @Tango” there.',
  ],
  [
    { code: 'scopes_missing', scopes: ['im:write'] },
    'The app lacks a permission (im:write), so that something will not work. Whoever administers it in Slack: please paste manifest.yml again and reinstall the app.',
  ],
  [
    { code: 'given_up', message: 'nag', word: 'new_to_us' },
    'A reminder could not be sent: new_to_us. `tango outbox` shows it; `tango outbox retry` sends it again once that is mended.',
  ],
  [
    { code: 'fetch_token_refused', vendor: 'hubspot', word: 'http_401' },
    'HubSpot tells of new leads by an id alone, and I cannot fetch them: the token is refused (401). They wait, none is lost.',
  ],
  [
    { code: 'fetch_token_refused', vendor: 'meta', word: 'graph_190' },
    'Meta tells of new leads by an id alone, and I cannot fetch them: the token is refused (Graph error 190). They wait, none is lost.',
  ],
  [
    { code: 'forms_unread', vendor: 'hubspot', account: '1021' },
    'HubSpot (account 1021) does not let me read what its forms ask: the access token lacks the scope crm.schemas.contacts.read. Leads come with name, address and the like, but without their other answers. Whoever runs Tango: please give the token that scope at HubSpot; it counts from the next lead on.',
  ],
  [
    { code: 'fetch_token_missing', vendor: 'meta', variable: 'META_ACCESS_TOKEN' },
    'Meta tells of new leads by an id alone, and I cannot fetch them: META_ACCESS_TOKEN is not set. They wait, none is lost.',
  ],
  [
    { code: 'door_closed', door: 'typeform', since: '2026-11-16', refused: { wrong_secret: 20 } },
    'Deliveries of Typeform are refused: 20 requests since 2026-11-16 (20 with a wrong secret), and none was accepted. Leads that come this way are lost. Please compare the secret of the webhook in Typeform (Connect, Webhooks, Edit) with TYPEFORM_SECRET where Tango runs; a changed variable counts after a restart.',
  ],
  [
    { code: 'door_closed', door: 'calendly', since: '2026-11-16', refused: { wrong_time: 1, too_large: 2 } },
    'Deliveries of Calendly are refused: 3 requests since 2026-11-16 (1 signed for another time, 2 too large), and none was accepted. Leads that come this way are lost. Please compare the clock of the machine on which Tango runs with the real time. Please have less sent at once: docs/webhooks.md and docs/api.md say how much is taken.',
  ],
  [
    { code: 'door_closed', door: 'api', since: '2026-11-16', refused: { wrong_secret: 1 } },
    'Calls of the API are refused: 1 request since 2026-11-16 (1 with a wrong secret), and none was accepted. Leads that come this way are lost. Please compare the token that the sender uses with INTAKE_TOKEN where Tango runs; a changed variable counts after a restart.',
  ],
  [
    { code: 'door_closed', door: 'slack', since: '2026-11-16', refused: { wrong_secret: 4 } },
    'Requests from Slack are refused: 4 requests since 2026-11-16 (4 with a wrong secret), and none was accepted. No click and no command does anything. Please compare the Signing Secret at api.slack.com/apps (Basic Information) with SLACK_SIGNING_SECRET where Tango runs; a changed variable counts after a restart.',
  ],
  // What an earlier version noted is markup already.
  [{ code: 'in_words', text: 'I cannot post to <#C_LEADS>.' }, 'I cannot post to <#C_LEADS>.'],
];

for (const [facts, sentence] of SAID)
  it(`A manager is told: ${sentence}`, () => {
    expect(sayTrouble(facts, MRKDWN)).toBe(sentence);
  });

it('Where Slack is not the reader, a place is named by its id', () => {
  for (const target of ['U_ANA', 'C_LEADS'])
    expect(sayTrouble({ code: 'destination_refused', target, word: 'is_archived' }, PLAIN)).toBe(
      `I cannot post to ${target} (is_archived). It is archived: please choose another one in the settings. What I have to say there waits.`,
    );
});
