/** The blocks of messages and views, cut to Slack's limits. Elements are in elements.ts, charts and tables in files of their own. */
import type {
  ActionsBlock,
  ActionsBlockElement,
  ContainerBlock,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import type { DataVisualizationBlock } from './charts.ts';
import { defined } from './props.ts';
import { mrkdwn, plain } from './text.ts';

/** What Slack knows and @slack/types does not yet. */
export type TangoBlock = KnownBlock | DataVisualizationBlock;

interface SectionOptions {
  blockId?: string;
  accessory?: SectionBlockAccessory;
}

/** `text` is mrkdwn: escape what others wrote. */
export function section(text: string, options: SectionOptions = {}): SectionBlock {
  return defined({
    type: 'section' as const,
    text: mrkdwn(text),
    block_id: options.blockId,
    accessory: options.accessory,
  });
}

/** Up to ten short mrkdwn texts in two columns. */
export function fields(texts: readonly string[], blockId?: string): SectionBlock {
  return defined({
    type: 'section' as const,
    fields: texts.slice(0, 10).map((text) => mrkdwn(text, 2000)),
    block_id: blockId,
  });
}

/** Plain text: shown as it is, so it must not be escaped. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

/** Small grey lines, mrkdwn. */
export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => mrkdwn(text)) };
}

export function actions(elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock {
  return defined({ type: 'actions' as const, elements: elements.slice(0, 25), block_id: blockId });
}

/** Lines that few open, folded below their title, which is plain text. Up to ten blocks; where a workspace has no such block they stand unfolded. */
export function fold(title: string, blocks: ContainerBlock['child_blocks']): ContainerBlock {
  return {
    type: 'container',
    title: plain(title, 150),
    child_blocks: blocks.slice(0, 10),
    is_collapsible: true,
    default_collapsed: true,
  };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

interface InputOptions {
  /** Errors come back to the field by this id. */
  blockId: string;
  label: string;
  element: InputBlock['element'];
  hint?: string;
  optional?: boolean;
  /** Tells the bot of each choice while the modal is open. */
  dispatches?: boolean;
}

export function input(options: InputOptions): InputBlock {
  return defined({
    type: 'input' as const,
    block_id: options.blockId,
    label: plain(options.label, 2000),
    element: options.element,
    hint: options.hint ? plain(options.hint, 2000) : undefined,
    optional: options.optional,
    dispatch_action: options.dispatches,
  });
}
