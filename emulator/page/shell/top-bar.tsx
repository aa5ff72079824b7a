import { Icon } from '../elements/icon.tsx';
import { linkTo, type Spot } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { Clock } from './clock.tsx';
import { Faults } from './faults.tsx';
import { PersonSwitch } from './person-switch.tsx';

interface TopBarProps {
  theme: string;
  setTheme(theme: string): void;
  guideOpen: boolean;
  setGuide(open: boolean): void;
  spot: Spot;
}

export function TopBar({ theme, setTheme, guideOpen, setGuide, spot }: TopBarProps) {
  const { workspace, me } = useSession();
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <header class="top-bar">
      {spot.kind !== 'list' && (
        <a class="top-button only-phone" href={backFrom(me.id, spot)} aria-label="Back">
          <Icon name="back" />
        </a>
      )}
      <span class="team">{workspace.team.name}</span>
      <Clock />
      <div class="top-tools">
        {workspace.guide && (
          <button
            type="button"
            class="top-button"
            aria-pressed={guideOpen}
            onClick={() => setGuide(!guideOpen)}
          >
            <Icon name="guide" /> <span class="only-wide">Guide</span>
            <span class="for-readers only-phone">Guide</span>
          </button>
        )}
        <Faults />
        <button
          type="button"
          class="top-button"
          aria-label={dark ? 'Light colours' : 'Dark colours'}
          title={dark ? 'Light colours' : 'Dark colours'}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        >
          <Icon name={dark ? 'sun' : 'moon'} />
        </button>
        <PersonSwitch spot={spot} />
      </div>
    </header>
  );
}

/** One pane back: from a thread to its channel, from anything else to the list. */
function backFrom(person: string, spot: Spot): string {
  if (spot.kind === 'conversation' && spot.thread)
    return linkTo(person, { kind: 'conversation', id: spot.id });
  return linkTo(person, { kind: 'list' });
}
