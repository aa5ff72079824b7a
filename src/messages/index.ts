/** What each kind of announcement looks like when it leaves. */

import type { Renderers } from '../outbox/renderers.ts';
import { renderDefinitionPost } from './definition/definition.ts';
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
import { renderManagerDigest, renderNagDigest, renderPersonDeactivated } from './nag/digest.ts';
import { renderNag } from './nag/nag.ts';
import { renderScorecardHead, renderScorecardPart } from './scorecard/scorecard.ts';
import { renderStoryCard, renderStoryDm, renderStoryLine } from './story/story.ts';
import { renderNotice } from './team/notice.ts';

export const RENDERERS: Renderers = {
  home: renderHome,
  definition_post: renderDefinitionPost,
  lead_card: renderLeadCard,
  lead_line: renderLeadLine,
  lead_dm: renderLeadDm,
  lead_proposed: renderLeadProposed,
  lead_back: renderLeadBack,
  lead_returned: renderLeadReturned,
  message_lead: renderMessageLead,
  came_back: renderMatch,
  nag: renderNag,
  nag_digest: renderNagDigest,
  manager_digest: renderManagerDigest,
  person_gone: renderPersonDeactivated,
  notice: renderNotice,
  request_post: renderRequestPost,
  request_dm: renderRequestDm,
  request_line: renderRequestLine,
  scorecard_head: renderScorecardHead,
  scorecard_part: renderScorecardPart,
  story_card: renderStoryCard,
  story_line: renderStoryLine,
  story_dm: renderStoryDm,
};
