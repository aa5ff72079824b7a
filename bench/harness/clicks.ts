/** Claims, as Slack tells of them. */
import { Pool } from 'undici';
import { signatureHeaders } from '../../emulator/delivery/signature.ts';
import { SIGNING_SECRET } from './bots.ts';
import type { Card } from './cards.ts';

const APP = { api_app_id: 'A_BENCH', token: 'verification-token', is_enterprise_install: false };
const TEAM = { id: 'T_BENCH', domain: 'bench' };
const REPS = 10;

export function claimOf({ channel, ts, blocks, leadId }: Card, n: number): object {
  const user = `U_REP${n % REPS}`;
  return {
    type: 'block_actions',
    ...{ ...APP, team: TEAM, enterprise: null },
    user: { id: user, username: user, name: user, team_id: TEAM.id },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    trigger_id: `${n}.trigger`,
    channel: { id: channel, name: 'leads' },
    message: { type: 'message', user: 'U_TANGO', bot_id: 'B_TANGO', ts, text: 'New lead', blocks },
    state: { values: {} },
    response_url: 'http://127.0.0.1:9/actions/none',
    actions: [
      {
        ...{ type: 'button', action_id: 'lead_claim', block_id: 'actions', action_ts: ts, value: leadId },
        text: { type: 'plain_text', text: 'Claim', emoji: true },
      },
    ],
  };
}

export interface SignedRequests {
  /** Resolves when it is acknowledged. */
  send(payload: object): Promise<void>;
  close(): Promise<void>;
}

export function signedRequests(url: string, connections: number): SignedRequests {
  const pool = new Pool(url, { connections, pipelining: 1 });
  return {
    send: async (payload) => {
      const json = JSON.stringify(payload);
      const isEvent = 'event' in payload;
      const body = isEvent ? json : `payload=${encodeURIComponent(json)}`;
      const headers = {
        'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
        ...signatureHeaders(SIGNING_SECRET, Math.floor(Date.now() / 1000), body),
      };
      const answer = await pool.request({ method: 'POST', path: '/slack/events', headers, body });
      await answer.body.dump();
      if (answer.statusCode !== 200) throw new Error(`A request was not acknowledged: ${answer.statusCode}`);
    },
    close: () => pool.destroy(),
  };
}
