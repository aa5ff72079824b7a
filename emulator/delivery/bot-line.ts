import type { Changes } from '../changes.ts';
import type { Faults } from '../faults.ts';
import type { Answer, Envelope, Transport } from './envelope.ts';
import type { InFlight } from './in-flight.ts';

/** The line to the bot: whatever the transport, counted while under way, and dead during an outage. */
export interface BotLine {
  deliver(envelope: Envelope): Promise<Answer>;
  isConnected(): boolean;
}

export function createBotLine(options: {
  transport: Transport;
  faults: Faults;
  inFlight: InFlight;
  changes: Changes;
}): BotLine {
  const { transport, faults, inFlight, changes } = options;
  return {
    isConnected: () => transport.isConnected() && !faults.isOut,
    deliver: async (envelope) => {
      const answer = await inFlight.during(async () => (faults.isOut ? OUT : transport.send(envelope)));
      changes.announce({ kind: 'activity' });
      if (envelope.kind !== 'events_api' && faults.takeLostAnswer()) return LOST;
      return answer;
    },
  };
}

const LOST: Answer = {
  acknowledged: false,
  reason: 'connection_failed',
  detail: 'the answer was lost on its way',
};
const OUT: Answer = { acknowledged: false, reason: 'connection_failed', detail: 'Slack is down' };
