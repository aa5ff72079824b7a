import { EMOJI } from '../emoji.ts';
import { type Json, str } from '../state/slack-json.ts';
import { MrkdwnText } from './mrkdwn-text.tsx';

/** Slack's text object, `plain_text` or `mrkdwn`. */
export function TextObject({ text }: { text: Json | undefined }) {
  const written = str(text, 'text');
  if (str(text, 'type') === 'mrkdwn') return <MrkdwnText text={written} />;
  return <>{text?.emoji === false ? written : withEmoji(written)}</>;
}

const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (written, name: string) => EMOJI[name] ?? written);
