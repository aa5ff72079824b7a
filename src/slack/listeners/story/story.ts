import { INSIGHT, LEAD, STORY } from '../../action-ids.ts';
import type { Listeners } from '../edge/table.ts';
import {
  askBackForm,
  declineForm,
  onAccept,
  onAskBack,
  onDecline,
  onPublish,
  publishForm,
} from './decide.ts';
import { onTellForRequest, onTellMore, onTellOfLead, tellForm } from './tell.ts';

export const STORY_LISTENERS: Listeners = {
  clicks: {
    [INSIGHT.tell]: onTellForRequest,
    [LEAD.tellStory]: onTellOfLead,
    [STORY.tellMore]: onTellMore,
    [STORY.accept]: onAccept,
    [STORY.askBack]: onAskBack,
    [STORY.decline]: onDecline,
    [STORY.publish]: onPublish,
  },
  forms: [tellForm, askBackForm, declineForm, publishForm],
};
