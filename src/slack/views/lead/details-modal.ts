import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LeadEvent } from '../../../domain/lead/lead-event.ts';
import { withoutContact } from '../../../domain/team/sharing.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD_MODAL } from '../../action-ids.ts';
import { divider, section, type TangoBlock } from '../kit/blocks.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { eventSentence } from './lead-line.ts';

export interface DetailsScene {
  lead: Lead;
  history: readonly LeadEvent[];
  /** What was merged into it. */
  merged?: readonly Lead[];
  reasonLabel: string | null;
  timezone: string;
  showsContact: boolean;
}

/** Everything we know of a lead: what its sender told us, also what we have no name for, and what happened since. */
export function detailsModal(scene: DetailsScene): ModalView {
  const lead = shownIn(scene, scene.lead);
  return modal({
    callbackId: LEAD_MODAL.details,
    title: 'Lead',
    close: 'Close',
    blocks: [
      section(`*${escapeText(leadTitle(lead))}*`),
      ...factSections(scene),
      ...mergedSections(scene),
      divider(),
      ...historySections(scene),
    ],
  });
}

/** A modal holds 100 blocks of 3,000 characters; facts go several to a block. */
const LINES_PER_SECTION = 10;
const HISTORY_SHOWN = 60;
const FACT_LENGTH = 280;

/** A nameless lead would be called by its e-mail. */
function shownIn({ showsContact }: DetailsScene, lead: Lead): Lead {
  return showsContact ? lead : withoutContact(lead);
}

function factSections(scene: DetailsScene): TangoBlock[] {
  const lead = shownIn(scene, scene.lead);
  const known: [string, string | null][] = [
    ['Source', lead.source ?? '(no source)'],
    ['Campaign', lead.campaign],
    ['External id', lead.externalId],
    ['Title', lead.title],
    ['Company', lead.company],
    ['Segment', lead.segment],
    ['Region', lead.region],
    ['Company size', lead.companySize],
    ['E-mail', lead.email],
    ['Phone', lead.phone],
    ['Why us', lead.reason],
  ];
  const lines = [
    ...known.filter(([, value]) => value).map(([label, value]) => fact(label, value ?? '')),
    ...Object.entries(lead.fields).map(([label, value]) => fact(label, value)),
    `*Arrived*  ${readerTime(lead.receivedAt, scene.timezone)}`,
  ];
  const words = lead.message
    ? [section(`>${escapeText(clip(lead.message, 2500)).replaceAll('\n', '\n>')}`)]
    : [];
  return [...words, ...inSections(lines)];
}

const MERGED_SHOWN = 5;

/** All that came with another submission, the newest first. */
function mergedSections(scene: DetailsScene): TangoBlock[] {
  const { merged = [] } = scene;
  const shown = merged.slice(-MERGED_SHOWN).reverse();
  const more = merged.length - shown.length;
  return [
    ...shown.flatMap((lead) => [
      divider(),
      section(`*Came with it*  ${escapeText(leadTitle(shownIn(scene, lead)))}`),
      ...factSections({ ...scene, lead }),
    ]),
    ...(more > 0 ? [section(`And ${more} more before.`)] : []),
  ];
}

function fact(label: string, value: string): string {
  return `*${escapeText(clip(label, 80))}*  ${escapeText(clip(value, FACT_LENGTH)) || '–'}`;
}

function historySections({ lead, history, reasonLabel, timezone }: DetailsScene): TangoBlock[] {
  const lines = history
    .slice(-HISTORY_SHOWN)
    .map(
      (event) =>
        `${readerTime(event.at, timezone)} · ${eventSentence({ lead, event, reasonLabel, timezone })}`,
    );
  return inSections(lines);
}

function inSections(lines: readonly string[]): TangoBlock[] {
  const sections: TangoBlock[] = [];
  for (let start = 0; start < lines.length; start += LINES_PER_SECTION) {
    sections.push(section(lines.slice(start, start + LINES_PER_SECTION).join('\n')));
  }
  return sections;
}
