import type { ModalView } from '@slack/types';
import { type Actor, isPerson } from '../../../domain/team/actor.ts';
import type { AuditEntry } from '../../../domain/team/audit.ts';
import { sayAuditSubject, sayAuditValue } from '../../../sentences/en/audit.ts';
import { SETTINGS_MODAL } from '../../action-ids.ts';
import { section, type TangoBlock } from '../kit/blocks.ts';
import { modal } from '../kit/surfaces.ts';
import { clipMrkdwn, escapeText, person } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';

export interface AuditScene {
  /** Newest first. */
  entries: readonly AuditEntry[];
  timezone: string;
}

export function auditLogModal({ entries, timezone }: AuditScene): ModalView {
  const blocks = entries.map((entry) => entryBlock(entry, timezone));
  return modal({
    callbackId: SETTINGS_MODAL.audit,
    title: 'Audit log',
    blocks: blocks.length > 0 ? blocks : [section('Nothing has been changed since the first start.')],
  });
}

export function whoDid(who: Actor): string {
  return isPerson(who) ? person(who) : NO_PERSON[who];
}

const NO_PERSON = { tango: 'Tango', api: 'A program', import: 'The command line' } as const;

/** A modal has room for some 250 KB: fifty entries of a definition each are far below. */
const LONGEST_VALUE = 700;

function entryBlock({ at, person: who, what, before, after }: AuditEntry, timezone: string): TangoBlock {
  const head = `${readerTime(at, timezone)} · ${whoDid(who)}\n*${escapeText(sayAuditSubject(what))}*`;
  const said = (value: AuditEntry['after']) => clipMrkdwn(sayAuditValue(value, MRKDWN), LONGEST_VALUE);
  const isLong = [before, after].some((value) => said(value).includes('\n'));
  if (isLong && before === null) return section(`${head}\n${quote(said(after))}`);
  if (isLong) return section(`${head}\n${quote(said(before))}\nis now\n${quote(said(after))}`);
  return section(`${head}\n${said(before)} → ${said(after)}`);
}

function quote(text: string): string {
  return `> ${text.replaceAll('\n', '\n> ')}`;
}
