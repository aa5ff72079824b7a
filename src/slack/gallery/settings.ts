import { criteriaText } from '../../domain/definition/criteria.ts';
import { FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import { FIRST_REASONS } from '../../domain/reject-reason/reject-reason.ts';
import { SETTING_SECTIONS } from '../../domain/team/setting-lines.ts';
import { definitionModal } from '../views/definition/definition-modal.ts';
import { definitionPost } from '../views/definition/definition-post.ts';
import { addReasonModal, rewordReasonModal } from '../views/reject-reason/reason-modal.ts';
import { reasonsModal } from '../views/reject-reason/reasons-modal.ts';
import { auditLogModal } from '../views/team/audit-log-modal.ts';
import { sectionModal } from '../views/team/section-modal.ts';
import { settingsMenu } from '../views/team/settings-menu.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ANA, ARRIVED, MAX, MIA, SETTINGS } from './sample-people.ts';

const MANAGER = { manage: true, propose: true };
const MARKETER = { manage: false, propose: true };
const DENIED = `Only managers change this. Please ask <@${MAX}>.`;

export function settingsEntries(said: Said): GalleryEntry[] {
  const proposal = proposed(said);
  const menu = { settings: SETTINGS, definition: FIRST_DEFINITION, proposal: null };
  const unnamed = { ...SETTINGS, managers: [], leadsChannel: null };
  return [
    { name: 'settings, for a manager', modal: settingsMenu({ ...menu, may: MANAGER }) },
    { name: 'settings, for a marketer', modal: settingsMenu({ ...menu, proposal, may: MARKETER }) },
    { name: 'settings, nobody named', modal: settingsMenu({ ...menu, settings: unnamed, may: MANAGER }) },
    ...SETTING_SECTIONS.map((section) => ({
      name: `settings, ${section}`,
      modal: sectionModal(section, SETTINGS),
    })),
    { name: 'settings, not a manager any more', modal: sectionModal('contact', SETTINGS, DENIED) },
    ...reasonEntries(said),
    ...definitionEntries(proposal),
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
    { name: 'reject reasons, refused', modal: reasonsModal(list.slice(-1), 'This is the last reason.') },
    { name: 'reject reason, add', modal: addReasonModal() },
    ...list.slice(0, 1).map((reason) => ({
      name: 'reject reason, reword',
      modal: rewordReasonModal(reason, DENIED),
    })),
  ];
}

function definitionEntries(proposal: Proposal): GalleryEntry[] {
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
    { name: 'definition, replaced', message: post({ ...proposal, replacedAt: ARRIVED }) },
  ];
}

function auditEntries(said: Said): GalleryEntry[] {
  const entry = { id: 'audit_1', at: ARRIVED, person: MAX };
  const entries = [
    { ...entry, what: 'Managers', before: { people: [] }, after: { people: [MAX, ANA] } },
    { ...entry, what: 'Field channel', before: null, after: { channel: 'C_FIELD' } },
    { ...entry, what: 'Claim, hot', before: 'within 15 working minutes', after: 'within 30 working minutes' },
    { ...entry, what: 'Reject reason', before: null, after: said('Too far away (closed; acts: targeting)') },
    {
      ...entry,
      what: 'Definition of "qualified", version 2 in place of 1',
      before: criteriaText(FIRST_DEFINITION.criteria),
      after: `* ${said('Five properties or more')}\n`.repeat(10),
    },
  ];
  const { timezone } = SETTINGS;
  return [
    { name: 'audit log', modal: auditLogModal({ entries, timezone }) },
    { name: 'audit log, empty', modal: auditLogModal({ entries: [], timezone }) },
  ];
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
    replacedAt: null,
    channel: 'C_SCORECARD',
  };
}
