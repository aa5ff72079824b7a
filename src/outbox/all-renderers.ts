/** What each kind of announcement looks like when it leaves. */
import { renderCameBack } from './renderers/came-back.ts';
import { renderDefinitionPost } from './renderers/definition.ts';
import { renderHome } from './renderers/home.ts';
import { renderRequestDm, renderRequestLine, renderRequestPost } from './renderers/insight.ts';
import {
  renderLeadBack,
  renderLeadCard,
  renderLeadDm,
  renderLeadLine,
  renderLeadProposed,
  renderLeadReturned,
  renderMessageLead,
} from './renderers/lead.ts';
import { renderNag } from './renderers/nag.ts';
import { renderManagerDigest, renderNagDigest, renderPersonGone } from './renderers/nag-digest.ts';
import { renderNotice } from './renderers/notice.ts';
import { renderScorecardHead, renderScorecardPart } from './renderers/scorecard.ts';
import { renderStoryCard, renderStoryDm, renderStoryLine } from './renderers/story.ts';
import type { Renderers } from './renderers.ts';

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
  came_back: renderCameBack,
  nag: renderNag,
  nag_digest: renderNagDigest,
  manager_digest: renderManagerDigest,
  person_gone: renderPersonGone,
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
