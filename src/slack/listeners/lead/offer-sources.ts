import type { PlainTextOption } from '@slack/types';
import { suggestSources } from '../../../usecases/lead/suggest-sources.ts';
import { entryChannel } from '../../action-ids.ts';
import { newSourceOption, sourceOption } from '../../views/lead/source-option.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import type { Typed } from '../edge/options.ts';

/** Slack takes a hundred; the last is for a new one. */
const SHOWN = 99;

/** Sources to choose from in the forms of a lead, and what is typed as a new one behind them. */
export async function offerSources(
  { ctx }: ListenerDeps,
  { person, text, privateMetadata }: Typed,
): Promise<PlainTextOption[]> {
  const asked = { person, channel: entryChannel(privateMetadata), typed: text };
  const { known, unknown } = await suggestSources(ctx, asked);
  const shown = known.slice(0, SHOWN).map(sourceOption);
  return unknown === null ? shown : [...shown, newSourceOption(unknown)];
}
