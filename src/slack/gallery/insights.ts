import type { InsightRequest, InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { Reply, ReplyId } from '../../domain/insight/reply.ts';
import { permissionsOf, USES } from '../../domain/story/permission.ts';
import type { Story, StoryId, StoryStep } from '../../domain/story/story.ts';
import { insightAskModal } from '../views/insight/insight-ask-modal.ts';
import { insightKnowsWhoModal } from '../views/insight/insight-knows-who-modal.ts';
import { insightLine } from '../views/insight/insight-line.ts';
import { insightMessage, insightPost } from '../views/insight/insight-post.ts';
import type { MessageView } from '../views/kit/message-view.ts';
import { type DecisionStep, storyDecisionModal } from '../views/story/decision-modals.ts';
import { storyCard } from '../views/story/story-card.ts';
import { storyMessage } from '../views/story/story-dm.ts';
import { storyLine } from '../views/story/story-line.ts';
import { storyModal } from '../views/story/story-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ANA, ARRIVED, BEN, MAX, MIA, SETTINGS, TODAY } from './sample-people.ts';

export function insightEntries(said: Said): GalleryEntry[] {
  const request = sampleRequest(said);
  const story = sampleStory(said);
  const replies = sampleReplies(said);
  const quiet = { request, replies: [], stories: [] };
  const answered = { ...request, state: 'answered' as const };
  return [
    { name: 'request', message: insightPost(quiet) },
    { name: 'request, with replies', message: insightPost({ request, replies, stories: [story] }) },
    { name: 'request, answered', message: insightPost({ request: answered, replies, stories: [story] }) },
    { name: 'request to one person', message: insightMessage(quiet, ANA) },
    { name: 'request to one who was named', message: insightMessage({ ...quiet, replies }, MAX) },
    { name: 'request to one who answered', message: insightMessage({ ...quiet, stories: [story] }, ANA) },
    ...replies.map((reply) => ({ name: `reply, ${reply.kind}`, message: insightLine({ request, reply }) })),
    {
      name: 'ask the field',
      modal: insightAskModal({ kind: 'case_study', topic: request.topic, dueDate: '2026-11-24' }),
    },
    {
      name: 'ask the field, refused',
      modal: insightAskModal({ kind: null, topic: '', dueDate: '2026-11-24', notice: 'Not so fast.' }),
    },
    { name: 'who would know', modal: insightKnowsWhoModal(request) },
    ...storyEntries(said),
  ];
}

type Kind = StoryStep['kind'];

const STATE_AFTER: Record<Kind, Story['state']> = {
  told: 'told',
  retold: 'told',
  accepted: 'accepted',
  asked_back: 'asked_back',
  declined: 'declined',
  published: 'published',
};

const STEPS: readonly DecisionStep[] = ['asked_back', 'declined', 'published'];

function storyEntries(said: Said): GalleryEntry[] {
  const request = sampleRequest(said);
  const story = sampleStory(said);
  const about = { kind: 'request', id: request.id } as const;
  const again = { kind: 'story', id: story.id } as const;
  return [
    { name: 'tell the story', modal: storyModal({ about, request, question: null, facts: {} }) },
    {
      name: 'tell more',
      modal: storyModal({
        about: again,
        request,
        question: said('Which bank?'),
        facts: story,
        notice: 'Not so fast.',
      }),
    },
    ...STEPS.map((step) => ({
      name: `story modal, ${step}`,
      modal: storyDecisionModal({ story: permitted(story), today: TODAY }, step),
    })),
    {
      name: 'story modal, published, not all of it permitted',
      modal: storyDecisionModal({ story, today: '2028-01-01' }, 'published'),
    },
    ...(Object.keys(STATE_AFTER) as Kind[]).flatMap((kind) => afterStep(kind, said)),
    { name: 'story line, exception', message: exceptionLine(story, said) },
  ];
}

/** Said a moment before the story is published: no card ever ends with it. */
function exceptionLine(story: Story, said: Said): MessageView {
  const event = {
    kind: 'exception',
    at: ARRIVED,
    actor: MIA,
    uses: ['quote'],
    reason: said('Which bank?'),
  } as const;
  return storyLine({ story, request: null, event, today: TODAY });
}

function permitted(story: Story): Story {
  const consent = { evidence: null, grantedBy: null, until: null };
  return { ...story, permissions: permissionsOf({ granted: USES, refused: [], consent }) };
}

function afterStep(kind: Kind, said: Said): GalleryEntry[] {
  const isPublished = kind === 'published';
  const link = isPublished ? 'https://www.example.com/stories/pier-inns?a=1&b=2' : null;
  const story: Story = { ...sampleStory(said), state: STATE_AFTER[kind], link };
  const actor = kind === 'told' || kind === 'retold' ? ANA : MIA;
  const event: StoryStep = { kind, at: ARRIVED, actor, note: link ?? said('Which bank?') };
  const request = sampleRequest(said);
  const scene = { story, request, today: TODAY };
  const { text, blocks } = storyCard({ ...scene, latest: event, timezone: SETTINGS.timezone });
  const direct = storyMessage({ story, event });
  return [
    { name: `story card, ${kind}`, message: { text, blocks } },
    { name: `story line, ${kind}`, message: storyLine({ ...scene, event }) },
    ...(direct ? [{ name: `to the teller, ${kind}`, message: direct }] : []),
  ];
}

export function sampleRequest(said: Said): InsightRequest {
  return {
    ...{ id: 'request_1' as InsightRequestId, askedBy: MIA, askedAt: ARRIVED, state: 'open', version: 1 },
    ...{ kind: 'case_study', topic: said('hotel groups that saved reconciliation time') },
    ...{
      segment: said('Hospitality'),
      product: said('Group view'),
      purpose: said('the hospitality landing page'),
    },
    ...{ people: [ANA, BEN], dueDate: '2026-11-24', channel: 'C_FIELD' },
  };
}

function sampleReplies(said: Said): Reply[] {
  const base = { requestId: 'request_1' as InsightRequestId, person: BEN, at: ARRIVED };
  const note = said('He sold it to them.');
  return [
    { ...base, id: 'reply_1' as ReplyId, kind: 'knows_who', named: MAX, note },
    { ...base, id: 'reply_2' as ReplyId, kind: 'cannot_help' },
  ];
}

export function sampleStory(said: Said): Story {
  const consent = { evidence: said('E-mail of 3 May'), grantedBy: said('Dora Klein'), until: '2027-12-31' };
  return {
    ...{ id: 'story_1' as StoryId, requestId: 'request_1' as InsightRequestId, leadId: null },
    ...{
      segment: said('Hospitality'),
      customer: said('Pier Inns'),
      toldBy: ANA,
      toldAt: ARRIVED,
      version: 1,
    },
    situation: said('Nine people reconciled by hand.'),
    whatWeDid: said('We connected their banks.'),
    result: { number: '2', unit: said('days'), baseline: said('9'), period: said('at each month-end') },
    quote: { words: said('We sleep again.'), speaker: said('Dora Klein'), title: said('CFO') },
    files: [
      {
        id: 'F1',
        name: said('figures.pdf'),
        mimetype: 'application/pdf',
        permalink: 'https://files.example/F1',
      },
    ],
    confidentiality: 'named',
    permissions: permissionsOf({ granted: ['quote', 'logo'], refused: ['photo_or_video'], consent }),
    ...{ state: 'told', link: null, cardTarget: 'C_MARKETING' },
  };
}
