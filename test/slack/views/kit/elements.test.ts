import { describe, expect, it } from 'vitest';
import { checkboxes, option, radioButtons, staticSelect } from '../../../../src/slack/views/kit/elements.ts';

const options = (count: number) => Array.from({ length: count }, (_, n) => option(`Reason ${n}`, `r${n}`));

describe('A menu offers what is chosen', () => {
  it('also beyond as many as Slack shows', () => {
    const menu = staticSelect({ action: 'a', options: options(120), chosen: option('Reason 110', 'r110') });
    expect(menu.options).toHaveLength(100);
    expect(menu.options?.at(-1)).toEqual(menu.initial_option);
    const radio = radioButtons({ action: 'a', options: options(12), chosen: option('Reason 11', 'r11') });
    expect(radio.options).toHaveLength(10);
    expect(radio.options).toContainEqual(radio.initial_option);
  });

  it('also under another name, and where it is not in the list any more', () => {
    const renamed = staticSelect({ action: 'a', options: options(2), chosen: option('Old name', 'r1') });
    expect(renamed.initial_option).toEqual(option('Reason 1', 'r1'));
    const gone = staticSelect({ action: 'a', options: options(2), chosen: option('Retired', 'gone') });
    expect(gone.options?.map(({ value }) => value)).toEqual(['r0', 'r1', 'gone']);
  });

  it('with boxes that are ticked, too', () => {
    const boxes = checkboxes({
      action: 'a',
      options: options(12),
      ticked: [option('x', 'r11'), option('x', 'r0')],
    });
    expect(boxes.options).toHaveLength(10);
    expect(boxes.initial_options).toEqual([option('Reason 11', 'r11'), option('Reason 0', 'r0')]);
    for (const ticked of boxes.initial_options ?? []) expect(boxes.options).toContainEqual(ticked);
  });
});
