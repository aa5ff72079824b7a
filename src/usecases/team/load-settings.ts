import type { Settings } from '../../domain/team/settings.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

export function viewSettings(ctx: Context): Promise<Settings> {
  return ctx.db.transaction((tx) => loadSettings(tx));
}
