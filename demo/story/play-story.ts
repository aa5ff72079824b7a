/** Plays the weeks before the visit, scene by scene at its time, with what the clock brings in between. */
import { recordSpend } from '../../src/usecases/money/record-spend.ts';
import { MIA } from '../company.ts';
import { type Stage, settle } from '../settle.ts';
import { travelTo } from '../travel.ts';
import { PRESENT, STORY_START } from './calendar.ts';
import { INSIGHT_SCENES } from './insight-scenes.ts';
import { scenesOf } from './lead-scenes.ts';
import type { Scene } from './scene.ts';
import { spendOfStory } from './spend.ts';
import { LEADS_OF_TODAY } from './today.ts';
import { leadsOfWeeks } from './weeks.ts';

export async function playStory(stage: Stage): Promise<void> {
  const { ctx } = stage.bot;
  for (const scene of storyScenes()) {
    await travelTo(stage, scene.at);
    await scene.play(ctx);
    await settle(stage);
  }
  await travelTo(stage, PRESENT);
}

/** What would happen after the visitor's arrival does not: it is theirs to do. */
function storyScenes(): Scene[] {
  const leads = [...leadsOfWeeks(), ...LEADS_OF_TODAY].flatMap(scenesOf);
  return [SPEND, ...leads, ...INSIGHT_SCENES]
    .filter(({ at }) => at < PRESENT)
    .sort((one, other) => one.at - other.at);
}

const SPEND: Scene = {
  at: STORY_START,
  play: (ctx) => recordSpend(ctx, { by: MIA, spend: spendOfStory() }),
};
