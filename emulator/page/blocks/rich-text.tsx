import type { ComponentChildren } from 'preact';
import { flag, type Json, list, num, obj, str } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { Link } from './link.tsx';
import { Broadcast, ChannelMention, Emoji, SlackDate, UserMention } from './mention.tsx';

export function RichTextBlock({ block }: BlockProps) {
  return <RichText block={block} />;
}

/** Slack's rich text: sections, lists, quotes and code, nested one level deep. */
export function RichText({ block }: { block: Json }) {
  return (
    <div class="text rich-text">
      {list(block, 'elements').map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { part: Json }) {
  const children = list(part, 'elements');
  switch (str(part, 'type')) {
    case 'rich_text_list':
      return <RichList part={part} items={children} />;
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inline parts={children} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inline parts={children} />
        </pre>
      );
    default:
      return (
        <p>
          <Inline parts={children} />
        </p>
      );
  }
}

function RichList({ part, items }: { part: Json; items: Json[] }) {
  const indent = num(part, 'indent') ?? 0;
  const rows = items.map((item, index) => (
    <li key={index}>
      <Inline parts={list(item, 'elements')} />
    </li>
  ));
  const look = `indent-${Math.min(indent, 5)}`;
  if (str(part, 'style') === 'ordered')
    return (
      <ol class={look} start={(num(part, 'offset') ?? 0) + 1}>
        {rows}
      </ol>
    );
  return <ul class={look}>{rows}</ul>;
}

function Inline({ parts }: { parts: Json[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Styled key={index} style={obj(part, 'style')}>
          <Piece part={part} />
        </Styled>
      ))}
    </>
  );
}

function Piece({ part }: { part: Json }) {
  switch (str(part, 'type')) {
    case 'text':
      return <>{str(part, 'text')}</>;
    case 'link':
      return <Link url={str(part, 'url')}>{str(part, 'text') || str(part, 'url')}</Link>;
    case 'emoji':
      return <Emoji name={str(part, 'name')} />;
    case 'user':
      return <UserMention id={str(part, 'user_id')} />;
    case 'channel':
      return <ChannelMention id={str(part, 'channel_id')} />;
    case 'usergroup':
      return <span class="mention">@{str(part, 'usergroup_id')}</span>;
    case 'broadcast':
      return <Broadcast range={str(part, 'range')} />;
    case 'color':
      return <code>{str(part, 'value')}</code>;
    case 'date':
      return (
        <SlackDate
          unix={num(part, 'timestamp') ?? 0}
          format={str(part, 'format')}
          fallback={str(part, 'fallback')}
        />
      );
    default:
      return <span class="unknown">[{str(part, 'type')}]</span>;
  }
}

function Styled({ style, children }: { style: Json | undefined; children: ComponentChildren }) {
  let shown = <>{children}</>;
  if (flag(style, 'code')) shown = <code>{shown}</code>;
  if (flag(style, 'strike')) shown = <s>{shown}</s>;
  if (flag(style, 'italic')) shown = <em>{shown}</em>;
  if (flag(style, 'bold')) shown = <strong>{shown}</strong>;
  return shown;
}
