import type { PageGuideStep } from '../../page-protocol.ts';
import { Icon } from '../elements/icon.tsx';
import { linkTo, type Spot } from '../state/route.ts';
import { useSession } from '../state/session.ts';

/** What to try, in order; each step leads to a person and a place. */
export function Guide({ close }: { close: () => void }) {
  const { guide } = useSession().workspace;
  if (!guide) return null;
  return (
    <aside class="side guide" aria-label="Guide">
      <div class="pane-head">
        <h2>{guide.title}</h2>
        <button type="button" class="tool" aria-label="Close guide" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="guide-body">
        <p>{guide.intro}</p>
        <ol>
          {guide.steps.map((step) => (
            <Step key={step.title} step={step} />
          ))}
        </ol>
      </div>
    </aside>
  );
}

function Step({ step }: { step: PageGuideStep }) {
  const { me, user, conversation } = useSession();
  const person = user(step.person ?? me.id);
  const place = step.conversation === 'home' ? 'Home' : placeName(conversation(step.conversation ?? ''));
  const spot: Spot =
    step.conversation === 'home'
      ? { kind: 'home' }
      : step.conversation
        ? { kind: 'conversation', id: step.conversation }
        : { kind: 'list' };
  return (
    <li>
      <h3>{step.title}</h3>
      <p>{step.text}</p>
      {(step.person ?? step.conversation) && (
        <a class="guide-link" href={linkTo(person?.id ?? me.id, spot)}>
          {step.person && step.person !== me.id ? `As ${person?.realName ?? step.person}` : 'Go'}
          {place && ` → ${place}`}
        </a>
      )}
    </li>
  );
}

function placeName(conversation: { kind: string; name: string } | undefined): string {
  if (!conversation) return '';
  return conversation.kind === 'im' ? conversation.name : `#${conversation.name}`;
}
