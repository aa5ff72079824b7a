import type { SignedNews } from '../../../domain/announcement.ts';
import type { Goal } from '../../../domain/goal/goal.ts';
import { GOAL_NAMES, sayGoal } from '../../../sentences/en/goal.ts';
import { sayPeriod } from '../../../sentences/en/period.ts';
import { GOAL, goalKey } from '../../action-ids.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { person, quote } from '../kit/text.ts';
import { type Called, signingBlocks } from '../team/signing.ts';

interface GoalPostScene {
  goal: Goal;
  /** Plain: what the months before show; null: not said. */
  basis: string | null;
  timezone: string;
  called: Called;
  /** Another company reads along: no amount is shown. */
  isCovered?: boolean;
}

/** A goal that is proposed, where the other side signs or declines it. */
export function goalPost({ goal, basis, timezone, called, isCovered }: GoalPostScene): MessageView {
  const hidesAmount = Boolean(isCovered) && goal.currency !== null;
  const title = titleOf(goal, hidesAmount);
  const head = `*${title}*, proposed by ${person(goal.proposedBy)}`;
  const does = { ...GOAL, value: goalKey.encode(goal.id) };
  return {
    text: `${title}: ${standingText(goal)}.`,
    blocks: [
      section(basis && !goal.end && !hidesAmount ? `${head}\nWhat the numbers show: ${basis}` : head),
      ...signingBlocks({ thing: goal, timezone, does, called }),
    ],
  };
}

/** "Goal for November 2026: 40 qualified leads" */
function titleOf(goal: Goal, hidesAmount: boolean): string {
  const what = hidesAmount ? `${GOAL_NAMES[goal.kind]} (how much is in \`/tango goals\`)` : sayGoal(goal);
  return `Goal for ${sayPeriod(goal.period)}: ${what}`;
}

function standingText({ signedAt, end }: Goal): string {
  if (end) return end.how === 'replaced' ? 'replaced by a newer one' : end.how;
  return signedAt === null ? 'waits for the other side to sign' : 'counts, both sides have signed';
}

/** To who has proposed it. */
export function goalNews(goal: Goal, about: SignedNews): MessageView {
  const what = `*${sayGoal(goal)}* in ${sayPeriod(goal.period)}`;
  const plain = `${sayGoal(goal)} in ${sayPeriod(goal.period)}`;
  if (about === 'declined') {
    const by = goal.end?.by ? person(goal.end.by) : 'Somebody';
    const reason = goal.end?.reason ? `\n${quote(goal.end.reason)}` : '';
    return {
      text: `${by} has declined your goal: ${plain}.`,
      blocks: [section(`${by} has declined your goal: ${what}.${reason}`)],
    };
  }
  const others = Object.values(goal.signatures).filter((each) => each !== null && each !== goal.proposedBy);
  const by = others.map((each) => person(String(each))).join(' and ') || 'The other side';
  return {
    text: `${by} has signed your goal: ${plain}. It counts now.`,
    blocks: [section(`${by} has signed your goal: ${what}. It counts now.`)],
  };
}
