import { useContext } from 'preact/hooks';
import { Confirm } from '../elements/confirm.tsx';
import { blockIdOf } from '../state/form.ts';
import { type Json, list, str } from '../state/slack-json.ts';
import { type Surface, SurfaceContext } from '../state/surface.ts';
import { ActionsBlock } from './actions.tsx';
import { AlertBlock } from './alert.tsx';
import type { BlockProps } from './block-props.ts';
import { ChartBlock } from './chart/chart.tsx';
import { ContainerBlock } from './container.tsx';
import { ContextBlock } from './context.tsx';
import { DataTableBlock } from './data-table.tsx';
import { DividerBlock, HeaderBlock } from './header.tsx';
import { FileBlock, ImageBlock } from './image.tsx';
import { InputBlock } from './input.tsx';
import { MarkdownBlock } from './markdown.tsx';
import { RichTextBlock } from './rich-text.tsx';
import { SectionBlock } from './section.tsx';
import { TableBlock } from './table.tsx';
import { VideoBlock } from './video.tsx';

/** Draws the blocks of one message, modal or Home, with what they need to work. */
export function Blocks({ surface, blocks }: { surface: Surface; blocks: readonly Json[] }) {
  return (
    <SurfaceContext.Provider value={surface}>
      <BlockList blocks={blocks} />
      {surface.asking && <Confirm {...surface.asking} />}
    </SurfaceContext.Provider>
  );
}

/** Also those inside a block, whose ids `within` keeps apart. */
function BlockList({ blocks, within = '' }: { blocks: readonly Json[]; within?: string }) {
  const surface = useContext(SurfaceContext);
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const blockId = str(block, 'block_id') || `${within}${blockIdOf(block, index)}`;
        return <OneBlock key={blockId} block={block} blockId={blockId} problem={surface?.problem ?? null} />;
      })}
    </div>
  );
}

function OneBlock({ block, blockId, problem }: BlockProps & { problem: Surface['problem'] }) {
  const Kind = KINDS[str(block, 'type')] ?? UnknownBlock;
  return (
    <div class="block">
      <Kind block={block} blockId={blockId} />
      {problem?.blockId === blockId && (
        <p class="warning" role="alert">
          <span aria-hidden="true">⚠</span> {problem.message}
        </p>
      )}
    </div>
  );
}

function UnknownBlock({ block }: BlockProps) {
  return (
    <p class="unknown">This page does not draw blocks of the kind “{str(block, 'type') || 'unnamed'}”.</p>
  );
}

function FoldedBlocks(props: BlockProps) {
  return (
    <ContainerBlock {...props}>
      <BlockList blocks={list(props.block, 'child_blocks')} within={props.blockId} />
    </ContainerBlock>
  );
}

const KINDS: Readonly<Record<string, (props: BlockProps) => preact.JSX.Element | null>> = {
  actions: ActionsBlock,
  alert: AlertBlock,
  container: FoldedBlocks,
  context: ContextBlock,
  context_actions: ActionsBlock,
  data_table: DataTableBlock,
  data_visualization: ChartBlock,
  divider: DividerBlock,
  file: FileBlock,
  header: HeaderBlock,
  image: ImageBlock,
  input: InputBlock,
  markdown: MarkdownBlock,
  rich_text: RichTextBlock,
  section: SectionBlock,
  table: TableBlock,
  video: VideoBlock,
};
