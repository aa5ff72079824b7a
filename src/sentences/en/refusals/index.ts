import type { RefusalSentences } from '../../catalog.ts';
import { BROUGHT_FILE } from './brought-file.ts';
import { DEFINITION } from './definition.ts';
import { GOAL } from './goal.ts';
import { IMPORT } from './import.ts';
import { INSIGHT } from './insight.ts';
import { LEAD } from './lead.ts';
import { MONEY } from './money.ts';
import { PROGRAM } from './program.ts';
import { REJECT_REASON } from './reject-reason.ts';
import { REJECTS } from './rejects.ts';
import { SOURCE } from './source.ts';
import { STORY } from './story.ts';
import { TEAM } from './team.ts';
import { WEB_FORM } from './web-form.ts';

export const REFUSAL_SENTENCES: RefusalSentences = {
  ...BROUGHT_FILE,
  ...DEFINITION,
  ...GOAL,
  ...IMPORT,
  ...INSIGHT,
  ...LEAD,
  ...MONEY,
  ...PROGRAM,
  ...REJECT_REASON,
  ...REJECTS,
  ...SOURCE,
  ...STORY,
  ...TEAM,
  ...WEB_FORM,
};
