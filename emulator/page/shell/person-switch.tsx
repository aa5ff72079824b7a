import { linkTo, type Spot } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { Avatar } from './avatar.tsx';

/** Become somebody else and stay at the same place, unless it is private to the one who leaves. */
export function PersonSwitch({ spot }: { spot: Spot }) {
  const { workspace, me, conversation } = useSession();
  const people = workspace.users.filter((user) => !user.isBot && !user.isDeleted);
  const become = (id: string) => {
    const isPrivate = spot.kind === 'conversation' && conversation(spot.id)?.kind !== 'channel';
    location.hash = linkTo(id, isPrivate ? { kind: 'list' } : spot);
  };
  return (
    <label class="person-switch">
      <Avatar user={me} size={28} />
      <span class="person-switch-label">You are</span>
      <select value={me.id} onChange={(event) => become(event.currentTarget.value)}>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.realName || person.name}
            {person.title ? ` · ${person.title}` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
