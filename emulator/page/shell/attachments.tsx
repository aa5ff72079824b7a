import type { SlackJson } from '../../page-protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { MrkdwnText } from '../blocks/mrkdwn-text.tsx';
import { type Json, list, str } from '../state/slack-json.ts';
import { useSurface } from '../state/surface.ts';

/** What older integrations hang below a message, beside a bar of their colour. */
export function Attachments({ attachments }: { attachments: readonly SlackJson[] }) {
  return (
    <>
      {attachments.map((attachment, index) => (
        <Attachment key={index} attachment={attachment} />
      ))}
    </>
  );
}

function Attachment({ attachment }: { attachment: Json }) {
  const blocks = list(attachment, 'blocks');
  return (
    <>
      <Line text={str(attachment, 'pretext')} />
      <div class="attachment" style={colourOf(attachment)}>
        {blocks.length > 0 ? <Within blocks={blocks} /> : <Legacy attachment={attachment} />}
      </div>
    </>
  );
}

function Within({ blocks }: { blocks: readonly Json[] }) {
  const message = 'This page does not press what stands in attachments.';
  const shown = blocks.map((block) => ({ type: 'unnamed', ...block }));
  const surface = useSurface({
    kind: 'message',
    blocks: shown,
    dispatch: async () => ({ ok: false, error: 'not_pressed_here', message }),
  });
  return <Blocks surface={surface} blocks={shown} />;
}

function Legacy({ attachment }: { attachment: Json }) {
  const [title, link, text] = ['title', 'title_link', 'text'].map((key) => str(attachment, key));
  const fields = list(attachment, 'fields');
  const isBare = !title && !text && fields.length === 0;
  return (
    <>
      <Line text={str(attachment, 'author_name')} />
      {title && <Line text={link ? `*<${link}|${title}>*` : `*${title}*`} />}
      <Line text={text ?? ''} />
      {isBare && <Line text={str(attachment, 'fallback')} />}
      {fields.length > 0 && (
        <div class="block-fields">
          {fields.map((field, at) => (
            <div class="text" key={at}>
              <strong>{str(field, 'title')}</strong>
              <Line text={str(field, 'value')} />
            </div>
          ))}
        </div>
      )}
      {str(attachment, 'footer') && (
        <div class="attachment-footer">
          <MrkdwnText text={str(attachment, 'footer')} />
        </div>
      )}
    </>
  );
}

function Line({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <div class="text">
      <MrkdwnText text={text} />
    </div>
  );
}

const NAMED: Readonly<Record<string, string>> = {
  good: 'var(--primary)',
  warning: 'var(--warning-ink)',
  danger: 'var(--danger)',
};

/** An app may say `good`, or a number; anything else would be style from outside. */
function colourOf(attachment: Json): { borderColor: string } | undefined {
  const colour = str(attachment, 'color');
  const hex = /^#?([0-9a-f]{6})$/i.exec(colour)?.[1];
  const value = NAMED[colour] ?? (hex && `#${hex}`);
  return value ? { borderColor: value } : undefined;
}
