import type { PageConversation, PageWorkspace } from '../../page-protocol.ts';
import { readOptions } from '../state/api.ts';
import { type Session, useSession } from '../state/session.ts';
import { type Json, list, num, obj, str, strings, words } from '../state/slack-json.ts';
import { useSurfaceContext } from '../state/surface.ts';
import { Combobox } from './combobox.tsx';
import { type ElementProps, useField } from './element-props.ts';
import type { Option } from './option.ts';

/** Every menu with a text field: static, external, users, conversations and channels, for one or for many. */
export function SelectElement(props: ElementProps) {
  const { element } = props;
  const session = useSession();
  const { value, set } = useField(props);
  const fetchOptions = useExternalOptions(props);
  const type = str(element, 'type');
  const many = type.startsWith('multi_');
  const kind = KINDS[type.replace('multi_', '')] ?? OPTIONS;
  const options = kind.options(element, session);
  const chosen = kind.chosen(value, many, options);
  return (
    <Combobox
      id={props.id}
      label={props.label || words(element, 'placeholder') || 'Choose'}
      placeholder={words(element, 'placeholder') || 'Choose an option'}
      describedBy={props.describedBy}
      invalid={props.invalid ?? false}
      many={many}
      most={num(element, 'max_selected_items') ?? 100}
      options={options}
      chosen={chosen}
      search={type.includes('external') ? fetchOptions : undefined}
      choose={(next) => set(kind.value(next, many))}
    />
  );
}

function useExternalOptions({ blockId, element }: ElementProps): (text: string) => Promise<Option[]> {
  const { me } = useSession();
  const { viewId } = useSurfaceContext();
  const least = num(element, 'min_query_length') ?? 3;
  return async (value) => {
    if (value.length < least) return [];
    const query = { user: me.id, viewId, blockId, actionId: str(element, 'action_id'), value };
    return (await readOptions(query)).map((option) => optionOf(option));
  };
}

interface Kind {
  options(element: Json, session: Session): Option[];
  chosen(value: Json, many: boolean, options: readonly Option[]): Option[];
  value(chosen: readonly Option[], many: boolean): Json;
}

/** Options that the bot names: the value holds the whole option. */
const OPTIONS: Kind = {
  options: (element) =>
    list(element, 'option_groups').length > 0
      ? list(element, 'option_groups').flatMap((group) =>
          list(group, 'options').map((option) => optionOf(option, words(group, 'label'))),
        )
      : list(element, 'options').map((option) => optionOf(option)),
  chosen: (value, many) =>
    (many ? list(value, 'selected_options') : [obj(value, 'selected_option')]).flatMap((option) =>
      option ? [optionOf(option)] : [],
    ),
  value: (chosen, many) =>
    many ? { selected_options: chosen.map((one) => one.json) } : { selected_option: chosen[0]?.json ?? null },
};

const KINDS: Readonly<Record<string, Kind>> = {
  static_select: OPTIONS,
  external_select: OPTIONS,
  users_select: idKind('user', (_element, { workspace }) => people(workspace)),
  channels_select: idKind('channel', (_element, { workspace }) => conversations(workspace, ['public'])),
  conversations_select: idKind('conversation', (element, { workspace }) => {
    const include = strings(obj(element, 'filter'), 'include');
    return conversations(workspace, include.length > 0 ? include : ['public', 'private', 'im']);
  }),
};

/** Menus of people or places: the value holds their id, under a name of its own. */
function idKind(name: string, options: Kind['options']): Kind {
  return {
    options,
    chosen: (value, many, known) => {
      const ids = many ? strings(value, `selected_${name}s`) : [str(value, `selected_${name}`)];
      return ids
        .filter(Boolean)
        .map((id) => known.find((one) => one.value === id) ?? { value: id, words: id, json: {} });
    },
    value: (chosen, many) =>
      many
        ? { [`selected_${name}s`]: chosen.map((one) => one.value) }
        : { [`selected_${name}`]: chosen[0]?.value ?? null },
  };
}

function people(workspace: PageWorkspace): Option[] {
  return workspace.users
    .filter((user) => !user.isDeleted && !user.isBot)
    .map((user) => ({ value: user.id, words: user.realName || user.name, more: user.title, json: {} }));
}

function conversations(workspace: PageWorkspace, kinds: readonly string[]): Option[] {
  const kindOf = (one: PageConversation) => (one.kind === 'channel' ? 'public' : one.kind);
  return workspace.conversations
    .filter((one) => !one.isArchived && kinds.includes(kindOf(one)))
    .map((one) => ({ value: one.id, words: one.kind === 'im' ? one.name : `#${one.name}`, json: {} }));
}

function optionOf(json: Json, group?: string): Option {
  const more = words(json, 'description');
  return {
    value: str(json, 'value'),
    words: words(json, 'text'),
    json,
    ...(more && { more }),
    ...(group && { group }),
  };
}
