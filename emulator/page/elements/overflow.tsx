import { TextObject } from '../blocks/text.tsx';
import { fieldKey } from '../state/form.ts';
import { list, obj, str } from '../state/slack-json.ts';
import { useSurfaceContext } from '../state/surface.ts';
import type { ElementProps } from './element-props.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

export function OverflowMenu({ blockId, element }: ElementProps) {
  const surface = useSurfaceContext();
  const actionId = str(element, 'action_id');
  const options = list(element, 'options');
  return (
    <Menu
      label={str(element, 'accessibility_label') || 'More actions'}
      class={`button overflow${surface.busy === fieldKey(blockId, actionId) ? ' busy' : ''}`}
      face={<Icon name="more" />}
      items={options.map((option) => ({
        key: str(option, 'value'),
        words: <TextObject text={obj(option, 'text')} />,
        choose: () => {
          const url = str(option, 'url');
          if (/^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener');
          surface.press(
            { blockId, action: { type: 'overflow', action_id: actionId, selected_option: option } },
            element,
          );
        },
      }))}
    />
  );
}
