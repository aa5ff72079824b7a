/**
 * What `npm start` runs, but for how often a program may come: what is measured is how fast it could be. `unpaced`: Slack's pace is not waited
 * for either, to fill a channel with cards.
 */
import { load } from '../../src/bundle/load.js';
import { UNPACED } from '../../test/support/timings.ts';

const ANY = { burst: 1_000_000, perSecond: 1_000_000 };
const pace = process.argv.includes('unpaced') ? { timings: UNPACED } : {};
const { runProgram } = await load('bot', () => import('../../src/program.ts'));
await runProgram({ limits: { accepted: ANY, refused: ANY }, ...pace });
