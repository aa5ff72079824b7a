import type { Row } from './harness/row.ts';

/** Loaded one by one: what a row needs is no weight on the others. */
export const ROWS: Record<string, () => Promise<Row>> = {
  click: async () => (await import('./rows/click.ts')).clickOverHttp,
  'click-socket': async () => (await import('./rows/click.ts')).clickOverSocket,
  'click-busy': async () => (await import('./rows/click-busy.ts')).clickBusy,
  clicks: async () => (await import('./rows/clicks.ts')).clicks,
  leads: async () => (await import('./rows/leads.ts')).leads,
  batch: async () => (await import('./rows/batch.ts')).batch,
  channel: async () => (await import('./rows/channel.ts')).channel,
  channels: async () => (await import('./rows/channel.ts')).channels,
  burst: async () => (await import('./rows/burst.ts')).burst,
  start: async () => (await import('./rows/start.ts')).start,
  cli: async () => (await import('./rows/cli.ts')).cli,
  import: async () => (await import('./rows/import.ts')).importing,
  home: async () => (await import('./rows/home.ts')).home,
  'home-open': async () => (await import('./rows/home.ts')).homeOpen,
  sources: async () => (await import('./rows/sources.ts')).sources,
  nags: async () => (await import('./rows/nags.ts')).nags,
  scorecard: async () => (await import('./rows/scorecard.ts')).scorecard,
  replicas: async () => (await import('./rows/replicas.ts')).replicas,
};
