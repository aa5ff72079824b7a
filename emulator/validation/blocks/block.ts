import { z } from 'zod';
import { imageBlock } from '../composition.ts';
import { dataVisualization } from './chart.ts';
import { actions, context, contextActions, divider, header, input, section } from './layout.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './tables.ts';

/** Every block, whatever the surface; where each may stand is `surfaces.ts`. */
export const block = z.discriminatedUnion('type', [
  actions,
  context,
  contextActions,
  dataTable,
  dataVisualization,
  divider,
  header,
  imageBlock,
  input,
  richText,
  section,
  table,
]);

export type Block = z.infer<typeof block>;
