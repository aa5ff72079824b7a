import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../emulator/validation/index.ts';
import { INSIGHT_KINDS } from '../../../src/domain/insight/insight-kind.ts';
import type { Reply, ReplyId } from '../../../src/domain/insight/reply.ts';
import { permissionsOf, USES } from '../../../src/domain/story/permission.ts';
import type { StoryState } from '../../../src/domain/story/story-state.ts';
import { DECISION_FIELD, REQUEST_FIELD, STORY_FIELD } from '../../../src/slack/action-ids.ts';
import { insightAskModal } from '../../../src/slack/views/insight/insight-ask-modal.ts';
import { insightKnowsWhoModal } from '../../../src/slack/views/insight/insight-knows-who-modal.ts';
import { insightLine } from '../../../src/slack/views/insight/insight-line.ts';
import { insightMessage, insightPost } from '../../../src/slack/views/insight/insight-post.ts';
import { storyDecisionModal } from '../../../src/slack/views/story/decision-modals.ts';
import { storyCard } from '../../../src/slack/views/story/story-card.ts';
import { storyMessage } from '../../../src/slack/views/story/story-dm.ts';
import { storyLine } from '../../../src/slack/views/story/story-line.ts';
import { storyModal } from '../../../src/slack/views/story/story-modal.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { sampleRequest, sampleStory } from '../../support/sample-insight.ts';

const AT = berlin('2026-11-20T12:00');
const TODAY = '2026-11-20';
const HOSTILE = '<!channel> & <script> <@U_MAX> `*';
const FILES = [
  { id: 'F1', name: 'lobby.png', mimetype: 'image/png', permalink: 'https://files.example/F1' },
  { id: 'F2', name: `${HOSTILE}.pdf`, mimetype: 'application/pdf', permalink: 'https://files.example/F2' },
];
const STATES: StoryState[] = ['told', 'asked_back', 'accepted', 'published', 'declined'];

/** Every text as long as its field takes, and then hostile. */
function longest() {
  const text = (HOSTILE + '&'.repeat(1500)).slice(0, 1500);
  const line = (HOSTILE + '&'.repeat(200)).slice(0, 200);
  const consent = { evidence: line, grantedBy: line, until: '2027-12-31' };
  return sampleStory({
    customer: line,
    situation: text,
    whatWeDid: text,
    result: { number: '2', unit: line, baseline: line, period: line },
    quote: { words: text, speaker: line, title: line },
    files: Array.from({ length: 40 }, (_, n) => ({ ...FILES[n % 2]!, id: `F${n}` })),
    permissions: permissionsOf({ granted: USES, refused: [], consent }),
  });
}

const REPLIES: Reply[] = [
  {
    id: 'reply_1' as ReplyId,
    requestId: sampleRequest().id,
    at: AT,
    person: BEN,
    kind: 'knows_who',
    named: MAX,
    note: `${HOSTILE}\n${HOSTILE}`,
  },
  { id: 'reply_2' as ReplyId, requestId: sampleRequest().id, at: AT, person: BEN, kind: 'cannot_help' },
];

const HOSTILE_REQUEST = sampleRequest({
  topic: HOSTILE.repeat(6),
  purpose: HOSTILE.repeat(15),
  segment: HOSTILE,
  product: HOSTILE,
});

function messages() {
  const requests = [sampleRequest(), HOSTILE_REQUEST, sampleRequest({ state: 'answered', channel: null })];
  const stories = [
    longest(),
    ...STATES.map((state) => sampleStory({ state, files: FILES, customer: HOSTILE })),
  ];
  const scenes = requests.map((request) => ({ request, replies: REPLIES, stories }));
  const events = (['told', 'retold', 'accepted', 'asked_back', 'declined', 'published'] as const).map(
    (kind) => ({
      kind,
      at: AT,
      actor: MIA,
      note: kind === 'published' ? 'https://example.com/a?b=<c>&d|e' : HOSTILE.repeat(30),
    }),
  );
  return [
    ...scenes.flatMap((scene) => [
      insightPost(scene),
      ...[ANA, BEN, MAX].map((to) => insightMessage(scene, to)),
    ]),
    ...requests.flatMap((request) => REPLIES.map((reply) => insightLine({ request, reply }))),
    ...stories.flatMap((story) => {
      const scene = { story, request: HOSTILE_REQUEST, timezone: 'Europe/Berlin', today: TODAY };
      const cards = events.map((latest) => storyCard({ ...scene, latest }));
      const lines = events.map((event) => storyLine({ ...scene, event }));
      const direct = events.flatMap((event) => storyMessage({ story, event }) ?? []);
      return [
        ...cards,
        ...cards.map(({ text, simpler }) => ({ text, blocks: simpler })),
        ...lines,
        ...direct,
      ];
    }),
  ];
}

/** Plain text (labels for screen readers) is shown as it is and pings nobody. */
function mrkdwnIn(block: unknown): string[] {
  if (typeof block !== 'object' || block === null) return [];
  if ('type' in block && block.type === 'mrkdwn' && 'text' in block) return [String(block.text)];
  return Object.values(block).flatMap(mrkdwnIn);
}

describe('what the field and marketing read', () => {
  it('is taken by Slack in every state, however long or hostile the words', () => {
    const all = messages();
    expect(all.length).toBeGreaterThan(100);
    for (const { text, blocks } of all) expect(checkMessage({ text, blocks })).toEqual([]);
  });

  it('pings nobody through what somebody wrote', () => {
    for (const message of messages()) {
      for (const text of [message.text, ...mrkdwnIn(message.blocks)]) {
        expect(text).not.toMatch(/<!channel|<script|<@U_MAX> `/);
      }
    }
  });

  it('says in a full sentence what it is about', () => {
    for (const { text } of messages()) expect(text.length).toBeGreaterThan(20);
    const { text } = insightPost({ request: sampleRequest(), replies: [], stories: [] });
    expect(text).toBe(
      '<@U_MIA> asks the field for a case study about hotel groups that saved reconciliation time, by Fri 27 Nov.',
    );
  });

  it('shows pictures, and the same card without them where Slack does not take them', () => {
    const latest = { kind: 'told', at: AT, actor: ANA, note: null } as const;
    const story = sampleStory({ files: FILES });
    const card = storyCard({ story, request: null, latest, timezone: 'Europe/Berlin', today: TODAY });
    expect(card.blocks.filter(({ type }) => type === 'image')).toHaveLength(1);
    expect(card.simpler.filter(({ type }) => type === 'image')).toHaveLength(0);
    expect(JSON.stringify(card.simpler)).toContain('https://files.example/F1');
  });

  it('says that a permission has run out', () => {
    const latest = { kind: 'told', at: AT, actor: ANA, note: null } as const;
    const scene = { story: sampleStory(), request: null, latest, timezone: 'Europe/Berlin' };
    expect(JSON.stringify(storyCard({ ...scene, today: '2027-12-31' }))).toContain('Allowed: quote, logo');
    expect(JSON.stringify(storyCard({ ...scene, today: '2028-01-01' }))).toContain('Ran out: quote, logo');
  });

  it('offers no way to publish what was told for inside use', () => {
    const story = sampleStory({ state: 'accepted', confidentiality: 'internal' });
    const latest = { kind: 'accepted', at: AT, actor: MIA, note: null } as const;
    const card = storyCard({ story, request: null, latest, timezone: 'Europe/Berlin', today: TODAY });
    expect(card.blocks.filter(({ type }) => type === 'actions')).toEqual([]);
  });
});

describe('the modals of requests and stories', () => {
  const about = { kind: 'request', id: sampleRequest().id } as const;

  it('are taken by Slack empty, filled, and filled to the limit', () => {
    const long = 'x'.repeat(2000);
    const views = [
      ...[null, ...INSIGHT_KINDS].map((kind) => insightAskModal({ kind, topic: '', dueDate: '2026-11-27' })),
      insightAskModal({ kind: 'photo', topic: long, dueDate: '2026-11-27' }),
      insightKnowsWhoModal(HOSTILE_REQUEST, 'Mia has what was asked for here.'),
      storyModal({ about, request: null, question: null, facts: {} }),
      storyModal({ about, request: HOSTILE_REQUEST, question: long, facts: longest(), notice: long }),
      storyModal({
        about,
        request: null,
        question: null,
        facts: { customer: '', situation: long.repeat(5) },
      }),
      ...(['asked_back', 'declined', 'published'] as const).map((step) =>
        storyDecisionModal({ story: longest(), today: '2026-11-20' }, step),
      ),
    ];
    for (const view of views) expect(checkView(view, 'modal')).toEqual([]);
  });

  it('name a bad field beside the field: each input bears the name that its problem has', () => {
    const blockIds = (view: { blocks: { block_id?: string }[] }) =>
      view.blocks.flatMap(({ block_id }) => block_id ?? []).sort();
    const ask = insightAskModal({ kind: null, topic: '', dueDate: '2026-11-27' });
    expect(blockIds(ask)).toEqual(Object.values(REQUEST_FIELD).sort());
    const story = storyModal({ about, request: null, question: null, facts: {} });
    expect(blockIds(story)).toEqual(Object.values(STORY_FIELD).sort());
    expect(blockIds(storyDecisionModal({ story: sampleStory(), today: '2026-11-20' }, 'declined'))).toEqual([
      DECISION_FIELD.note,
    ]);
  });

  it('fill in what was told before', () => {
    const view = JSON.stringify(storyModal({ about, request: null, question: null, facts: sampleStory() }));
    for (const words of ['Pier Inns', 'We connected their banks.', '2027-12-31', 'Dora Klein']) {
      expect(view).toContain(words);
    }
  });
});
