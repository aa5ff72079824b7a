import type { PromiseName } from '../../../domain/promise.ts';
import { promiseField } from '../../../domain/team/change-settings.ts';
import type { Settings } from '../../../domain/team/settings.ts';
import { workingTimeText } from '../../../sentences/en/working-time.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { textInput } from '../kit/elements.ts';

const LABELS: Record<PromiseName, string> = {
  claim: 'Somebody claims it',
  contact: 'First contact, from the claim',
  verdict: 'Verdict, from the claim',
};

export function promiseFields({ promises, calendar }: Settings): TangoBlock[] {
  const names = ['claim', 'contact', 'verdict'] as const;
  const fields = names.flatMap((name) =>
    (['hot', 'standard'] as const).map((priority) => {
      const id = promiseField(name, priority);
      const initial = workingTimeText(promises[name][priority], calendar);
      return input({
        blockId: id,
        label: `${LABELS[name]} · ${priority} leads`,
        element: textInput({ action: id, initial, placeholder: '2 h', maxLength: 20 }),
      });
    }),
  );
  return [
    context('Working time, such as `15 min`, `2 h` or `5 days`. It holds for open leads as well.'),
    ...fields,
  ];
}
