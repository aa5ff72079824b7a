import { z } from 'zod';
import { imageBlock } from '../composition.ts';
import { card, carousel, container, plan, taskCard } from './cards.ts';
import { dataVisualization } from './chart.ts';
import { actions, context, contextActions, divider, header, input, section } from './layout.ts';
import { alert, markdown, video } from './media.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './tables.ts';

/** Every block an app may send, whatever the surface; where each may stand is `surfaces.ts`. */
export const block = z.discriminatedUnion('type', [
  actions,
  alert,
  card,
  carousel,
  container,
  context,
  contextActions,
  dataTable,
  dataVisualization,
  divider,
  header,
  imageBlock,
  input,
  markdown,
  plan,
  richText,
  section,
  table,
  taskCard,
  video,
]);
