import { scorecardJson } from '../../domain/scorecard/scorecard-json.ts';
import { parseWeek } from '../../domain/time/week.ts';
import { sayAgendaPoint } from '../../sentences/en/scorecard/agenda.ts';
import { PLAIN } from '../../sentences/voice.ts';
import { loadScorecard } from '../../usecases/scorecard/load-scorecard.ts';
import type { ApiRoute } from './route.ts';
import { ScorecardJson } from './scorecard-json.ts';

export const getScorecard: ApiRoute = {
  method: 'get',
  path: '/scorecards/:week',
  summary:
    'Shows the scorecard of a week such as 2026-W47: as it stands, as it was published, and what has moved since',
  answer: ScorecardJson,
  async handle({ context, params }) {
    const loaded = await loadScorecard(context, parseWeek(params.week ?? ''));
    return { status: 200, body: scorecardJson(loaded, (point) => sayAgendaPoint(point, PLAIN)) };
  },
};
