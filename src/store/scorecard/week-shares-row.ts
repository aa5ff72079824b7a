import type { Figures } from '../../domain/scorecard/moved.ts';
import type { PromiseCalendar } from '../../domain/team/person.ts';
import type { Week } from '../../domain/time/week.ts';
import type { Json } from '../columns.ts';
import type { SharesText } from './shares-json.ts';

export interface WeekSharesRow {
  week: Week;
  /** Null: an earlier version published it. */
  published: Json<SharesText> | null;
  shown: Json<SharesText> | null;
  figures: Json<Figures>;
  calendar: Json<PromiseCalendar>;
  startsAt: number | null;
  shownAt: number;
}
