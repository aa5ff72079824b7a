import { str } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { Link } from './link.tsx';
import { type MarkdownBlock as Parsed, parseMarkdown, type Span } from './markdown-parse.ts';

export function MarkdownBlock({ block }: BlockProps) {
  return (
    <div class="text markdown">
      {parseMarkdown(str(block, 'text')).map((one, index) => (
        <Part key={index} block={one} />
      ))}
    </div>
  );
}

function Part({ block }: { block: Parsed }) {
  switch (block.kind) {
    case 'heading':
      return <Heading level={block.level} spans={block.spans} />;
    case 'list': {
      const items = block.items.map((spans, index) => (
        <li key={index}>
          <Spans spans={spans} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Spans spans={block.spans} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr class="block-divider" />;
    default:
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
  }
}

/** Three sizes below the page's own headings. */
function Heading({ level, spans }: { level: number; spans: readonly Span[] }) {
  if (level === 1)
    return (
      <h3>
        <Spans spans={spans} />
      </h3>
    );
  if (level === 2)
    return (
      <h4>
        <Spans spans={spans} />
      </h4>
    );
  return (
    <h5>
      <Spans spans={spans} />
    </h5>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) => (
        <Spanned key={index} span={span} />
      ))}
    </>
  );
}

function Spanned({ span }: { span: Span }) {
  switch (span.kind) {
    case 'bold':
      return <strong>{span.text}</strong>;
    case 'italic':
      return <em>{span.text}</em>;
    case 'strike':
      return <s>{span.text}</s>;
    case 'code':
      return <code>{span.text}</code>;
    case 'link':
      return <Link url={span.url ?? ''}>{span.text}</Link>;
    default:
      return <>{span.text}</>;
  }
}
