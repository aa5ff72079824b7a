import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { CampaignId, SourceId } from '../../../domain/source/source.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { changeCampaign, mergeCampaigns, splitCampaign } from '../../../usecases/source/change-campaigns.ts';
import { changeSource, mergeSources, splitSource } from '../../../usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../../usecases/source/list-sources.ts';
import {
  prepareCampaign,
  prepareSource,
  type ThingToChange,
} from '../../../usecases/source/prepare-source-change.ts';
import { sortAlike } from '../../../usecases/source/settle-likeness.ts';
import {
  type Alike,
  alikeValue,
  changeValue,
  SOURCE_FIELD,
  SOURCE_MODAL,
  type SourceThing,
  sourceThing,
  spellingValue,
} from '../../action-ids.ts';
import {
  changeCampaignModal,
  changeSourceModal,
  chooseAlikeModal,
  mergeSourceModal,
  splitSourceModal,
} from '../../views/source/source-forms.ts';
import { ChosenPerson, checked } from '../edge/checked.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, chosenDate, chosenPerson, type FormValues, ticked, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';

const { name: NAME, owner: OWNER, spelling: SPELLING, spellings: SPELLINGS } = SOURCE_FIELD;
const { brief: BRIEF, startsOn: STARTS, endsOn: ENDS, into: INTO, same: SAME } = SOURCE_FIELD;

type OfThing = FilledForm<SourceThing>;

const changeForm = onForm({
  callbackId: SOURCE_MODAL.change,
  key: sourceThing,
  submit: async ({ ctx }: ListenerDeps, { person: by, key, values }: OfThing) => {
    const words = { ...namedIn(values), spelling: typed(values, SPELLING) };
    await changeSource(ctx, { by, id: key.id as SourceId, words });
  },
  scene: ({ ctx }, { person, key }) => prepareSource(ctx, person, key.id as SourceId),
  draw: (source, { notice }) => changeSourceModal(source, notice),
});

const changeCampaignForm = onForm({
  callbackId: SOURCE_MODAL.changeCampaign,
  key: sourceThing,
  submit: async ({ ctx }: ListenerDeps, { person: by, key, values }: OfThing) => {
    const days = { startsOn: chosenDate(values, STARTS), endsOn: chosenDate(values, ENDS) };
    const words = { ...namedIn(values), brief: typed(values, BRIEF), ...days };
    await changeCampaign(ctx, { by, id: key.id as CampaignId, words });
  },
  scene: ({ ctx }, { person, key }) => prepareCampaign(ctx, person, key.id as CampaignId),
  draw: (campaign, { notice }) => changeCampaignModal(campaign, notice),
});

const NamedForm = z.object({ name: z.string(), owner: ChosenPerson.nullable() });

function namedIn(values: FormValues) {
  return checked(NamedForm, { name: typed(values, NAME) ?? '', owner: chosenPerson(values, OWNER) });
}

const mergeForm = onForm({
  callbackId: SOURCE_MODAL.merge,
  key: sourceThing,
  submit: async ({ ctx }: ListenerDeps, { person: by, key, values }: OfThing) => {
    const into = changeValue.decode(chosen(values, INTO) ?? '');
    await (key.code === 'source'
      ? mergeSources(ctx, { by, into: into as SourceId, others: [key.id] })
      : mergeCampaigns(ctx, { by, into: into as CampaignId, others: [key.id] }));
  },
  scene: loadThing,
  draw: (thing, { key, notice }) => mergeSourceModal({ thing: key, name: thing.name }, notice),
});

const splitForm = onForm({
  callbackId: SOURCE_MODAL.split,
  key: sourceThing,
  submit: async (deps: ListenerDeps, filled: OfThing) => {
    const { person: by, key, values } = filled;
    const picked = new Set(ticked(values, SPELLINGS));
    const { spellings } = await loadThing(deps, filled);
    const keys = spellings.map((each) => each.key).filter((each) => picked.has(spellingValue(each)));
    await (key.code === 'source'
      ? splitSource(deps.ctx, { by, id: key.id, keys })
      : splitCampaign(deps.ctx, { by, id: key.id, keys }));
  },
  scene: loadThing,
  draw: (thing, { key, notice }) => splitSourceModal({ thing: key, ...thing }, notice),
});

const chooseForm = onForm({
  callbackId: SOURCE_MODAL.choose,
  key: alikeValue,
  submit: async ({ ctx }: ListenerDeps, { person: by, key, values }: FilledForm<Alike>) => {
    const same = new Set(ticked(values, SAME));
    const { code, into, others } = key;
    await sortAlike(ctx, {
      ...{ by, code, into, same: others.filter((id) => same.has(id)) },
      others: others.filter((id) => !same.has(id)),
    });
  },
  scene: async ({ ctx }, { person, key }) => namesOf(ctx, person, key),
  draw: (names, { key, notice }) => chooseAlikeModal({ alike: key, names }, notice),
});

export const SOURCE_FORMS = [changeForm, changeCampaignForm, mergeForm, splitForm, chooseForm];

export function loadThing(
  { ctx }: ListenerDeps,
  { person, key }: { person: PersonId; key: SourceThing },
): Promise<ThingToChange> {
  return key.code === 'source' ? prepareSource(ctx, person, key.id) : prepareCampaign(ctx, person, key.id);
}

async function namesOf(
  ctx: ListenerDeps['ctx'],
  person: PersonId,
  { code }: Alike,
): Promise<ReadonlyMap<string, string>> {
  const { sources, campaigns } = await listSourcesAndCampaigns(ctx, person);
  return new Map((code === 'source' ? sources : campaigns).map(({ id, name }) => [id, name]));
}

export async function drawChoice({ ctx }: ListenerDeps, person: PersonId, alike: Alike): Promise<ModalView> {
  return chooseAlikeModal({ alike, names: await namesOf(ctx, person, alike) });
}
