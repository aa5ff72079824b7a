/**
 * Tango with all that it has at work, but for how often a program may come: what is measured is how fast it could be. `unpaced`: Slack's
 * pace is not waited for either, to fill a channel with cards.
 */
import { readEnv, toConfig } from '../../src/config.ts';
import { start } from '../../src/start.ts';
import { UNPACED } from '../../test/support/timings.ts';

const ANY = { burst: 1_000_000, perSecond: 1_000_000 };
const pace = process.argv.includes('unpaced') ? { timings: UNPACED } : {};
const bot = await start(toConfig(readEnv(process.env)), { limits: { accepted: ANY, refused: ANY }, ...pace });
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
