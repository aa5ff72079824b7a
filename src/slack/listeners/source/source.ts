/** `/tango sources`: sources and campaigns, for marketing and managers. */
import type { ModalView, PlainTextOption } from '@slack/types';
import type { CampaignId, SourceId } from '../../../domain/source/source.ts';
import type { SourceList } from '../../../domain/source/source-list.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { mergeCampaigns } from '../../../usecases/source/change-campaigns.ts';
import { mergeSources } from '../../../usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../../usecases/source/list-sources.ts';
import {
  prepareCampaign,
  prepareSource,
  searchMergeTargets,
  searchSources,
} from '../../../usecases/source/prepare-source-change.ts';
import { acceptGuess, declineGuess, keepApart } from '../../../usecases/source/settle-likeness.ts';
import { undoSourceChange } from '../../../usecases/source/undo-source-change.ts';
import {
  alikeValue,
  campaignsPage,
  changeValue,
  guessValue,
  SOURCE,
  SOURCE_FIELD,
  SOURCE_MODAL,
  type SourceMenuChoice,
  type SourceThing,
  sourceMenuValue,
  sourcePage,
  sourceThing,
} from '../../action-ids.ts';
import { option } from '../../views/kit/elements.ts';
import { sourceChangesModal } from '../../views/source/source-changes-modal.ts';
import {
  changeCampaignModal,
  changeSourceModal,
  mergeSourceModal,
  splitSourceModal,
} from '../../views/source/source-forms.ts';
import { sourceListModal } from '../../views/source/source-list-modal.ts';
import { sourceModal } from '../../views/source/source-modal.ts';
import type { Click } from '../edge/click.ts';
import type { Command } from '../edge/command.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import type { Typed } from '../edge/options.ts';
import type { Listeners } from '../edge/table.ts';
import { drawChoice, loadThing, SOURCE_FORMS } from './source-forms.ts';

export const SOURCE_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [SOURCE.open]: openSources,
    [SOURCE.find]: onFind,
    [SOURCE.menu]: onMenu,
    [SOURCE.pageBack]: turnList,
    [SOURCE.pageOn]: turnList,
    [SOURCE.campaignsBack]: turnCampaigns,
    [SOURCE.campaignsOn]: turnCampaigns,
    [SOURCE.merge]: onMerge,
    [SOURCE.apart]: onApart,
    [SOURCE.choose]: onChoose,
    [SOURCE.guessAccept]: onGuessAccept,
    [SOURCE.guessDecline]: onGuessDecline,
    [SOURCE.undo]: onUndo,
    [SOURCE.changes]: onChanges,
  },
  forms: SOURCE_FORMS,
  lists: [
    { callbackId: SOURCE_MODAL.list, turnedBy: [SOURCE.pageBack, SOURCE.pageOn], draw: drawList },
    {
      callbackId: SOURCE_MODAL.one,
      turnedBy: [SOURCE.campaignsBack, SOURCE.campaignsOn],
      draw: drawOne,
    },
    { callbackId: SOURCE_MODAL.changes, draw: drawChanges },
  ],
  options: { [SOURCE.find]: offerToFind, [SOURCE_FIELD.into]: offerTargets },
};

/** By command, or from Home. */
export async function openSources(
  deps: ListenerDeps,
  { person, triggerId }: Pick<Command, 'person' | 'triggerId'>,
): Promise<void> {
  await deps.slack.openView(triggerId, await drawList(deps, person, ''));
}

async function drawList({ ctx }: ListenerDeps, person: PersonId, key: string): Promise<ModalView> {
  return sourceListModal({ list: await listSourcesAndCampaigns(ctx, person), page: sourcePage.decode(key) });
}

async function drawOne({ ctx }: ListenerDeps, person: PersonId, key: string): Promise<ModalView> {
  return sourceModal({ list: await listSourcesAndCampaigns(ctx, person), of: campaignsPage.decode(key) });
}

async function drawChanges({ ctx }: ListenerDeps, person: PersonId): Promise<ModalView> {
  return sourceChangesModal(await listSourcesAndCampaigns(ctx, person));
}

async function turnList(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawList(deps, person, value));
}

async function turnCampaigns(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawOne(deps, person, value));
}

async function onChanges(deps: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await deps.slack.openView(triggerId, await drawChanges(deps, person));
}

async function onFind(deps: ListenerDeps, { person, value = '', triggerId }: Click): Promise<void> {
  const { id } = await prepareSource(deps.ctx, person, changeValue.decode(value) as SourceId);
  const key = campaignsPage.encode({ source: id, page: 0 });
  await deps.slack.openView(triggerId, await drawOne(deps, person, key));
}

async function onMenu(deps: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const { choice, thing } = sourceMenuValue.decode(value);
  await deps.slack.openView(triggerId, await MENU[choice](deps, person, thing));
}

type Opens = (deps: ListenerDeps, person: PersonId, thing: SourceThing) => Promise<ModalView>;

const MENU: Record<SourceMenuChoice, Opens> = {
  look: async ({ ctx }, person, thing) => {
    const list = await listSourcesAndCampaigns(ctx, person);
    return sourceModal({ list, of: { source: sourceOf(list, thing), page: 0 } });
  },
  change: async ({ ctx }, person, thing) =>
    thing.code === 'source'
      ? changeSourceModal(await prepareSource(ctx, person, thing.id))
      : changeCampaignModal(await prepareCampaign(ctx, person, thing.id)),
  merge: async (deps, person, thing) =>
    mergeSourceModal({ thing, name: (await loadThing(deps, { person, key: thing })).name }),
  split: async (deps, person, thing) =>
    splitSourceModal({ thing, ...(await loadThing(deps, { person, key: thing })) }),
};

function sourceOf({ campaigns }: SourceList, thing: SourceThing): SourceId | null {
  if (thing.code === 'source') return thing.id;
  return campaigns.find(({ id }) => id === thing.id)?.sourceId ?? null;
}

async function onMerge({ ctx }: ListenerDeps, { person: by, value = '' }: Click): Promise<void> {
  const { code, into, others } = alikeValue.decode(value);
  await (code === 'source'
    ? mergeSources(ctx, { by, into: into as SourceId, others: others as SourceId[] })
    : mergeCampaigns(ctx, { by, into: into as CampaignId, others: others as CampaignId[] }));
}

async function onApart({ ctx }: ListenerDeps, { person: by, value = '' }: Click): Promise<void> {
  const { code, into, others } = alikeValue.decode(value);
  await keepApart(ctx, { by, code, ids: [into, ...others] });
}

async function onChoose(deps: ListenerDeps, { person, value = '', triggerId }: Click): Promise<void> {
  await deps.slack.openView(triggerId, await drawChoice(deps, person, alikeValue.decode(value)));
}

async function onGuessAccept({ ctx }: ListenerDeps, { person: by, value = '' }: Click): Promise<void> {
  await acceptGuess(ctx, { by, ...guessValue.decode(value) });
}

async function onGuessDecline({ ctx }: ListenerDeps, { person: by, value = '' }: Click): Promise<void> {
  await declineGuess(ctx, { by, ...guessValue.decode(value) });
}

async function onUndo({ ctx }: ListenerDeps, { person: by, value = '' }: Click): Promise<void> {
  await undoSourceChange(ctx, { by, id: changeValue.decode(value) });
}

/** Slack takes no more. */
const OFFERED = 100;

async function offerToFind({ ctx }: ListenerDeps, { person, text }: Typed): Promise<PlainTextOption[]> {
  return offered(await searchSources(ctx, person, text));
}

async function offerTargets(
  { ctx }: ListenerDeps,
  { person, text: typed, privateMetadata }: Typed,
): Promise<PlainTextOption[]> {
  return offered(await searchMergeTargets(ctx, person, { ...sourceThing.decode(privateMetadata), typed }));
}

function offered(found: readonly { id: string; name: string }[]): PlainTextOption[] {
  return found.slice(0, OFFERED).map(({ id, name }) => option(name, id));
}
