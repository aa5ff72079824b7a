import { useMemo } from 'preact/hooks';
import { type MrkdwnNode, parseMrkdwn } from '../mrkdwn.ts';
import { Link } from './link.tsx';
import { Broadcast, ChannelMention, SlackDate, UserMention } from './mention.tsx';

/** Slack's mrkdwn as elements. Text stays text: nothing of it is ever put in as HTML. */
export function MrkdwnText({ text }: { text: string }) {
  const nodes = useMemo(() => parseMrkdwn(text), [text]);
  return <Nodes nodes={nodes} />;
}

function Nodes({ nodes }: { nodes: readonly MrkdwnNode[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Node key={index} node={node} />
      ))}
    </>
  );
}

function Node({ node }: { node: MrkdwnNode }) {
  switch (node.type) {
    case 'text':
      return <>{node.text}</>;
    case 'break':
      return <br />;
    case 'bold':
      return (
        <strong>
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Nodes nodes={node.children} />
        </blockquote>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'pre':
      return <pre>{node.text}</pre>;
    case 'link':
      return <Link url={node.url}>{node.label}</Link>;
    case 'user':
      return <UserMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'usergroup':
      return <span class="mention">@{node.label ?? node.id}</span>;
    case 'broadcast':
      return <Broadcast range={node.range} />;
    case 'date':
      return <SlackDate {...node} />;
    case 'emoji':
      return (
        <span role="img" aria-label={node.name.replaceAll('_', ' ')}>
          {node.unicode}
        </span>
      );
  }
}
