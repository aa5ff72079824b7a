import type { PageWorkspace } from '../../page-protocol.ts';
import { linkTo } from '../state/route.ts';
import { Avatar } from './avatar.tsx';

/** The first question: whose eyes to look through. */
export function Welcome({ workspace }: { workspace: PageWorkspace }) {
  const people = workspace.users.filter((user) => !user.isBot && !user.isDeleted);
  return (
    <main class="welcome">
      <h1>{workspace.guide?.title ?? workspace.team.name}</h1>
      <p class="muted">
        {workspace.guide?.intro ?? 'A workspace to try things in. Nothing here leaves this machine.'}
      </p>
      <h2>Who are you?</h2>
      <ul class="welcome-people">
        {people.map((person) => (
          <li key={person.id}>
            <a class="welcome-person" href={linkTo(person.id, { kind: 'list' })}>
              <Avatar user={person} size={44} />
              <span>
                <strong>{person.realName || person.name}</strong>
                <span class="muted">{person.title}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p class="muted">You can become somebody else at any time, at the top of the page.</p>
    </main>
  );
}
