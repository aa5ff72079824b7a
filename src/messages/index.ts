/** What each kind of announcement looks like when it leaves. */
import { type AnnouncementKind, decodeRef } from '../domain/announcement.ts';
import type { Rendered } from '../outbox/rendered.ts';
import { loadSettings } from '../store/team/settings.ts';
import type { Tx } from '../store/transaction.ts';
import { renderBroughtFile } from './brought-file/brought-file.ts';
import { renderDefinitionDm, renderDefinitionPost } from './definition/definition.ts';
import { renderGoalDm, renderGoalPost } from './goal/goal.ts';
import { renderHome } from './home/home.ts';
import { renderRequestDm, renderRequestLine, renderRequestPost } from './insight/request.ts';
import {
  renderLeadBack,
  renderLeadCard,
  renderLeadDm,
  renderLeadLine,
  renderLeadProposed,
  renderLeadReturned,
  renderMessageLead,
} from './lead/lead.ts';
import { renderMatch } from './lead/match.ts';
import { renderNagDigest } from './nag/digest.ts';
import { renderLeaveBack } from './nag/leave-back.ts';
import { renderNag } from './nag/nag.ts';
import { renderNagPost, renderWaitingPost } from './nag/posts.ts';
import { renderOwedDigest } from './promise/owed-digest.ts';
import type { Reading, Renderer, TeamRenderer } from './reading.ts';
import { renderOtherReasons } from './rejects/other-reasons.ts';
import { renderRejectsDm, renderRejectsLine, renderRejectsTold } from './rejects/rejects.ts';
import { renderScorecardHead, renderScorecardPart } from './scorecard/scorecard.ts';
import { renderSourceAlert } from './source/source-alert.ts';
import { renderStoryCard, renderStoryDm, renderStoryLine } from './story/story.ts';
import { renderHelpDm } from './team/help-dm.ts';
import { renderMessageMoved } from './team/message-moved.ts';
import { renderNotice, renderPersonDeactivated } from './team/notice.ts';
import { renderPrivateAnswer } from './team/private-answer.ts';

const RENDERERS: { [K in AnnouncementKind]: Renderer<K> } = {
  brought_file: inTeam(renderBroughtFile),
  home: inTeam(renderHome),
  definition_post: inTeam(renderDefinitionPost),
  definition_dm: inTeam(renderDefinitionDm),
  goal_post: inTeam(renderGoalPost),
  goal_dm: inTeam(renderGoalDm),
  lead_card: inTeam(renderLeadCard),
  lead_line: inTeam(renderLeadLine),
  lead_history: inTeam(renderLeadLine),
  message_moved: renderMessageMoved,
  lead_dm: inTeam(renderLeadDm),
  lead_proposed: inTeam(renderLeadProposed),
  lead_back: inTeam(renderLeadBack),
  lead_returned: inTeam(renderLeadReturned),
  message_lead: inTeam(renderMessageLead),
  came_back: inTeam(renderMatch),
  nag: inTeam(renderNag),
  nag_post: inTeam(renderNagPost),
  waiting_post: inTeam(renderWaitingPost),
  nag_digest: inTeam(renderNagDigest),
  manager_digest: async () => null,
  owed_digest: inTeam(renderOwedDigest),
  leave_back: inTeam(renderLeaveBack),
  person_gone: inTeam(renderPersonDeactivated),
  notice: renderNotice,
  private_answer: renderPrivateAnswer,
  help_dm: inTeam(renderHelpDm),
  request_post: renderRequestPost,
  request_dm: renderRequestDm,
  request_line: renderRequestLine,
  rejects_dm: inTeam(renderRejectsDm),
  rejects_line: inTeam(renderRejectsLine),
  rejects_told: inTeam(renderRejectsTold),
  source_alert: renderSourceAlert,
  other_reasons: inTeam(renderOtherReasons),
  scorecard_head: inTeam(renderScorecardHead),
  scorecard_part: inTeam(renderScorecardPart),
  story_card: inTeam(renderStoryCard),
  story_line: inTeam(renderStoryLine),
  story_dm: renderStoryDm,
};

interface Enqueued {
  kind: AnnouncementKind;
  ref: string;
}

/** Null: there is nothing left to say. Throws where the reference cannot be read. */
export function render(tx: Tx, { kind, ref }: Enqueued, now: number): Promise<Rendered | null> {
  return renderKind(kind, ref, { tx, now });
}

function renderKind<K extends AnnouncementKind>(kind: K, ref: string, reading: Reading) {
  return RENDERERS[kind](reading, decodeRef(kind, ref));
}

function inTeam<K extends AnnouncementKind>(renderer: TeamRenderer<K>): Renderer<K> {
  return async (reading, ref) => renderer({ ...reading, settings: await loadSettings(reading.tx) }, ref);
}
