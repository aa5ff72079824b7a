import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LeadEvent } from '../../../domain/lead/lead-event.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { detailsPage, LEAD, LEAD_MODAL, repeatIn } from '../../action-ids.ts';
import { actions, context, divider, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { inPages, inPieces, inSections } from '../kit/long-text.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, paragraph, quote } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { eventSentence } from './lead-line.ts';
import { emailLink, phoneLink } from './reach.ts';

export interface DetailsScene {
  lead: Lead;
  history: readonly LeadEvent[];
  /** What was merged into it. */
  merged?: readonly Lead[];
  reasonLabel: string | null;
  timezone: string;
  /** From 0; what one page does not hold goes on with the next. */
  page?: number;
}

/** Everything we know of a lead: what its sender told us, also what we have no name for, and what happened since. */
export function detailsModal(scene: DetailsScene): ModalView {
  const { lead } = scene;
  const pages = inPages([
    ...factSections(scene),
    ...unpromised(scene.lead),
    ...mergedSections(scene),
    divider(),
    ...historySections(scene),
  ]);
  const at = Math.min(Math.max(scene.page ?? 0, 0), pages.length - 1);
  return modal({
    callbackId: LEAD_MODAL.details,
    title: 'Lead',
    blocks: [
      section(`*${escapeText(leadTitle(lead))}*`),
      ...(pages[at] ?? []),
      ...(pages.length > 1 ? pageTurner(lead, at, pages.length) : []),
    ],
  });
}

function pageTurner({ id }: Lead, at: number, count: number): TangoBlock[] {
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: detailsPage.encode({ leadId: id, page: to }) });
  return [
    context(`Page ${at + 1} of ${count}`),
    actions([
      ...(at > 0 ? [turn('Back', LEAD.pageBack, at - 1)] : []),
      ...(at < count - 1 ? [turn('More', LEAD.pageOn, at + 1)] : []),
    ]),
  ];
}

function factSections(scene: DetailsScene): TangoBlock[] {
  const { lead } = scene;
  const known: [string, string | null][] = [
    ['Source', lead.source ?? '(no source)'],
    ['Campaign', lead.campaign],
    ['External id', lead.externalId],
    ['Title', lead.title],
    ['Company', lead.company],
    ['Segment', lead.segment],
    ['Region', lead.region],
    ['Company size', lead.companySize],
  ];
  const lines = [
    ...known.flatMap(([label, value]) => fact(label, value)),
    ...(lead.email ? [`*E-mail*  ${emailLink(lead.email)}`] : []),
    ...(lead.phone ? [`*Phone*  ${phoneLink(lead.phone)}`] : []),
    ...fact('Why us', lead.reason),
    ...Object.entries(lead.fields).flatMap(([label, value]) => fact(label, value || '–')),
    `*Arrived*  ${readerTime(lead.receivedAt, scene.timezone)}`,
  ];
  return [...inPieces(lead.message ?? '', quote).map((words) => section(words)), ...inSections(lines)];
}

/** Out of a file of old leads, and nobody has taken it since: who looks for its due times reads why there are none. */
function unpromised({ state, cardChannel }: Lead): TangoBlock[] {
  if (cardChannel !== null || state === 'merged') return [];
  return [
    context(
      'It came with older leads and has no card: nothing was promised about it. Promises begin when somebody takes it or it comes back.',
    ),
  ];
}

/** All that came with another submission, the newest first; of those that repeat its words what is their own. */
function mergedSections(scene: DetailsScene): TangoBlock[] {
  const merged = [...(scene.merged ?? [])].reverse();
  const others = merged.filter((lead) => !isRepeated(lead));
  return [
    ...repeatSections(scene, merged.filter(isRepeated)),
    ...others.flatMap((lead) => [
      divider(),
      section(`*Came with it*  ${escapeText(leadTitle(lead))}`),
      ...factSections({ ...scene, lead }),
    ]),
  ];
}

/** Merged as it came in. */
function isRepeated({ state, cardChannel }: Lead): boolean {
  return state === 'merged' && cardChannel === null;
}

/** Of forty of them somebody takes out one or two, and those came last. */
const MOST_TO_TAKE_OUT = 10;

function repeatSections(scene: DetailsScene, repeats: readonly Lead[]): TangoBlock[] {
  if (repeats.length === 0) return [];
  const { lead: first, page = 0 } = scene;
  const newest = repeats.slice(0, MOST_TO_TAKE_OUT).flatMap((lead) => {
    const value = repeatIn.encode({ leadId: first.id, page, repeatId: lead.id });
    const accessory = button({ action: LEAD.takeOut, text: 'Take out', value });
    const [line = '', ...own] = repeatLines(scene, [lead]);
    return [section(line, { accessory }), ...inSections(own)];
  });
  const older = inSections(repeatLines(scene, repeats.slice(MOST_TO_TAKE_OUT)));
  return [divider(), section('*The same came again*'), ...newest, ...older];
}

function repeatLines({ lead: first, timezone }: DetailsScene, repeats: readonly Lead[]): string[] {
  return repeats.flatMap((lead) => {
    const answers = Object.entries(lead.fields).filter(([label, value]) => first.fields[label] !== value);
    const own = [lead.source ?? '(no source)', lead.externalId].flatMap(
      (text) => escapeText(text ?? '') || [],
    );
    return [
      [readerTime(lead.receivedAt, timezone), ...own].join(' · '),
      ...answers.flatMap(([label, value]) => fact(label, value || '–')),
    ];
  });
}

const LONGEST_LABEL = 200;

function fact(label: string, value: string | null): string[] {
  const [first, ...others] = inPieces(value ?? '', paragraph);
  return first === undefined ? [] : [`*${escapeText(clip(label, LONGEST_LABEL))}*  ${first}`, ...others];
}

function historySections({ lead, history, reasonLabel, timezone }: DetailsScene): TangoBlock[] {
  return inSections(
    withoutRepeats(history).map(
      (event) =>
        `${readerTime(event.at, timezone)} · ${eventSentence({ lead, event, reasonLabel, timezone })}`,
    ),
  );
}

/** Each is among what came again; the first of them says in the history that it did. */
function withoutRepeats(history: readonly LeadEvent[]): LeadEvent[] {
  const isRepeat = ({ kind, actor }: LeadEvent) => kind === 'merged' && actor === 'tango';
  return history.filter((event, n) => !isRepeat(event) || !history.slice(0, n).some(isRepeat));
}
