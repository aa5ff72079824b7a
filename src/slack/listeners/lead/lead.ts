/** Everything that is heard about a lead: wherever it is seen, on its card, in a nag, at home. */
import { COMMAND, ENTRY_FIELD, LEAD, MATCH, REJECT_FIELD, SHORTCUT, STEP } from '../../action-ids.ts';
import type { Listeners } from '../edge/table.ts';
import { assignForm, handOverForm, openAssign } from './assign.ts';
import { closeForm, openLost, openWon } from './close.ts';
import { onCreateLead } from './create-lead-step.ts';
import { entryForm, onLeadCommand } from './entry.ts';
import { messageForm, onMakeLead } from './from-message.ts';
import { byButton, byMenu } from './lead-click.ts';
import { mendForm, openMend } from './mend.ts';
import { offerSources } from './offer-sources.ts';
import {
  onClaim,
  onContacted,
  onKeepApart,
  onMerge,
  onRelease,
  onReopen,
  onSplit,
  onTakeOut,
  onUndo,
  onWake,
  openDetails,
  turnDetails,
} from './one-click.ts';
import { openQualify, qualifyForm } from './qualify.ts';
import { offerDuplicates, openReject, rejectForm } from './reject.ts';
import { openSnooze, snoozeForm } from './snooze.ts';

const onMenu = byMenu({
  assign: openAssign,
  hand_over: openAssign,
  snooze: openSnooze,
  wake: onWake,
  release: onRelease,
  undo: onUndo,
  reopen: onReopen,
  mend: openMend,
  split: onSplit,
  details: openDetails,
});

export const LEAD_LISTENERS: Listeners = {
  clicks: {
    [LEAD.claim]: byButton(onClaim),
    [LEAD.contacted]: byButton(onContacted),
    [LEAD.qualify]: byButton(openQualify),
    [LEAD.reject]: byButton(openReject),
    [LEAD.won]: byButton(openWon),
    [LEAD.lost]: byButton(openLost),
    [LEAD.mend]: byButton(openMend),
    [LEAD.give]: byButton(openAssign),
    [LEAD.show]: byButton(openDetails),
    [LEAD.menu]: onMenu,
    [LEAD.pageBack]: turnDetails,
    [LEAD.pageOn]: turnDetails,
    [LEAD.takeOut]: onTakeOut,
    [MATCH.merge]: byButton(onMerge),
    [MATCH.keepApart]: byButton(onKeepApart),
  },
  forms: [
    qualifyForm,
    rejectForm,
    closeForm,
    assignForm,
    handOverForm,
    snoozeForm,
    mendForm,
    entryForm,
    messageForm,
  ],
  options: { [REJECT_FIELD.duplicateOf]: offerDuplicates, [ENTRY_FIELD.source]: offerSources },
  commands: { [COMMAND.lead]: onLeadCommand },
  shortcuts: { [SHORTCUT.makeLead]: onMakeLead },
  steps: { [STEP.createLead]: onCreateLead },
};
