import { FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import { FIRST_REASONS } from '../../domain/reject-reason/reject-reason.ts';
import type { AuditEntry, AuditedReason, AuditSubject, AuditValue } from '../../domain/team/audit.ts';
import type { GroupId } from '../../domain/team/office.ts';
import { SETTING_SECTIONS } from '../../domain/team/setting-values.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { DEFINITION, DEFINITION_FIELD } from '../action-ids.ts';
import { definitionModal } from '../views/definition/definition-modal.ts';
import { definitionNews, definitionPost } from '../views/definition/definition-post.ts';
import { addReasonModal, rewordReasonModal } from '../views/reject-reason/reason-modal.ts';
import { reasonsModal } from '../views/reject-reason/reasons-modal.ts';
import { auditLogModal } from '../views/team/audit-log-modal.ts';
import { sectionModal } from '../views/team/section-modal.ts';
import { settingsMenu } from '../views/team/settings-menu.ts';
import { declineModal } from '../views/team/signing.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ANA, ARRIVED, MAX, MIA, SETTINGS } from './sample-people.ts';

const MANAGER = { manage: true, propose: true };
const MARKETER = { manage: false, propose: true };
const DENIED = `Only managers change this. Please ask <@${MAX}>.`;

export function settingsEntries(said: Said): GalleryEntry[] {
  const proposal = proposed(said);
  const menu = { settings: SETTINGS, definition: FIRST_DEFINITION, proposal: null };
  const named = { ...SETTINGS.offices, managers: { people: [], groups: [] } };
  const unnamed = { ...SETTINGS, managers: [], offices: named, leadsChannel: null };
  return [
    { name: 'settings, for a manager', modal: settingsMenu({ ...menu, may: MANAGER }) },
    { name: 'settings, for a marketer', modal: settingsMenu({ ...menu, proposal, may: MARKETER }) },
    { name: 'settings, nobody named', modal: settingsMenu({ ...menu, settings: unnamed, may: MANAGER }) },
    ...SETTING_SECTIONS.map((section) => ({
      name: `settings, ${section}`,
      modal: sectionModal(section, SETTINGS),
    })),
    { name: 'settings, people, with user groups', modal: sectionModal('people', withGroups(said)) },
    { name: 'settings, not a manager any more', modal: sectionModal('contact', SETTINGS, DENIED) },
    ...reasonEntries(said),
    ...definitionEntries(proposal, said),
    ...auditEntries(said),
  ];
}

function reasonEntries(said: Said): GalleryEntry[] {
  const list = FIRST_REASONS.map((reason) => ({
    ...reason,
    label: said(reason.label).slice(0, 75),
    retiredAt: reason.code === 'spam' ? ARRIVED : null,
  }));
  return [
    { name: 'reject reasons', modal: reasonsModal(list) },
    { name: 'reject reason, add', modal: addReasonModal() },
    ...list.slice(0, 1).map((reason) => ({
      name: 'reject reason, reword',
      modal: rewordReasonModal(reason, DENIED),
    })),
  ];
}

function definitionEntries(proposal: Proposal, said: Said): GalleryEntry[] {
  const signed = { ...proposal, signatures: { marketing: MIA, sales: MAX }, signedAt: ARRIVED };
  const post = (one: Proposal) => definitionPost(one, SETTINGS.timezone);
  return [
    { name: 'definition, propose', modal: definitionModal({ current: FIRST_DEFINITION, open: null }) },
    {
      name: 'definition, replace',
      modal: definitionModal({ current: FIRST_DEFINITION, open: proposal, notice: DENIED }),
    },
    {
      name: 'definition, to sign',
      message: post({ ...proposal, signatures: { marketing: MIA, sales: null } }),
    },
    { name: 'definition, signed', message: post(signed) },
    {
      name: 'definition, declined',
      message: post({
        ...proposal,
        end: { how: 'declined', by: MAX, at: ARRIVED, reason: said('Too loose for hotels') },
      }),
    },
    { name: 'definition, told of as signed', message: definitionNews(signed, 'signed') },
    {
      name: 'definition, decline',
      modal: declineModal({
        ...{ callbackId: DEFINITION.declineModal, privateMetadata: '2', field: DEFINITION_FIELD.reason },
        what: '*What is “qualified”? Version 2*',
      }),
    },
    {
      name: 'definition, replaced',
      message: post({ ...proposal, end: { how: 'replaced', by: null, at: ARRIVED, reason: null } }),
    },
  ];
}

function auditEntries(said: Said): GalleryEntry[] {
  const about = (what: AuditSubject, before: AuditValue, after: AuditValue): AuditEntry => ({
    ...{ id: 'audit_1', at: ARRIVED, person: MAX },
    ...{ what, before, after },
  });
  const entries = [
    about({ code: 'managers' }, { people: [] }, { people: [MAX, ANA] }),
    about({ code: 'field_channel' }, null, { channel: 'C_FIELD' }),
    about({ code: 'claim_hot' }, { within: { minutes: 15 } }, { within: { minutes: 30 } }),
    about({ code: 'reject_reason' }, null, { reason: sampleReason(said('Too far away')) }),
    about({ code: 'web_form', did: 'made', name: said('Contact page') }, null, said('Website')),
    about(
      { code: 'web_form', did: 'address', name: said('Contact page') },
      { secret: 'old' },
      { secret: 'new' },
    ),
    about(
      { code: 'web_form', did: 'questions', name: said('Contact page') },
      { meanings: { [said('Question 4')]: null } },
      { meanings: { [said('Question 4')]: 'company' } },
    ),
    about(
      { code: 'definition', version: 2, replaced: 1 },
      { criteria: FIRST_DEFINITION.criteria },
      // As entries of before the codes hold it.
      `* ${said('Five properties or more')}\n`.repeat(10),
    ),
  ];
  const { timezone } = SETTINGS;
  return [
    { name: 'audit log', modal: auditLogModal({ entries, timezone }) },
    { name: 'audit log, empty', modal: auditLogModal({ entries: [], timezone }) },
  ];
}

function sampleReason(label: string): AuditedReason {
  return { label, outcome: { kind: 'closed' }, consequence: null, whoActs: 'targeting', isRetired: false };
}

function proposed(said: Said): Proposal {
  const [fits, ...rest] = FIRST_DEFINITION.criteria;
  return {
    version: 2,
    criteria: [
      { code: 'fits', required: true, ...fits, label: said('Fits our market: 5+ properties') },
      ...rest,
    ],
    proposedBy: MIA,
    proposedAt: ARRIVED,
    asked: { marketing: null, sales: MAX },
    signatures: { marketing: null, sales: null },
    signedAt: null,
    end: null,
    channel: 'C_SCORECARD',
  };
}

function withGroups(said: Said): Settings {
  const list = ['S_HEADS', 'S_FIELD', 'S_OLD'].map((id, n) => ({
    id: id as GroupId,
    handle: said(id.slice(2).toLowerCase()),
    members: n === 2 ? [] : [ANA, MAX].slice(n),
    isGone: n === 2,
  }));
  const managers = { people: [MAX], groups: ['S_HEADS', 'S_OLD'] as GroupId[] };
  return {
    ...SETTINGS,
    offices: { ...SETTINGS.offices, managers },
    userGroups: { askedAt: 0, heardAt: null, list },
  };
}
