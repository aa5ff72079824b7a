/** Wrapped requests from Slack. */
import { App } from '@slack/bolt';

const EVERY = 3;

export function forgettingClicks(): void {
  const process = App.prototype.processEvent;
  let nth = 0;
  App.prototype.processEvent = async function forgetful(event) {
    if (event.body.type !== 'block_actions') return process.call(this, event);
    nth += 1;
    return nth % EVERY === 0 ? event.ack() : process.call(this, event);
  };
}
