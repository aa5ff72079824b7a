/** Where people drop files into their direct messages with Tango, and click on what it answers. */
import type { Message } from '../../emulator/workspace/messages.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { startWorld, type WorldOptions } from './world.ts';

export async function fileRoom(options: WorldOptions = {}) {
  const world = await startWorld(options);
  const { emulator, bot } = world;
  const settle = async () => {
    await world.settle();
    // The file's event is in the database before the runner looks, and its answer on its way before the outbox does.
    await world.settle();
    await bot.files.runOnce();
    await world.settle();
  };
  /** What Tango has written to somebody, the newest last. */
  const told = (person: PersonId) =>
    emulator
      .as(person)
      .directMessage()
      .messages.filter(({ botId, threadTs, onlyFor }) => botId && !threadTs && !onlyFor);
  const latest = (person: PersonId): Message => {
    const message = told(person).at(-1);
    if (!message) throw new Error('Tango has written nothing');
    return message;
  };
  const drop = async (person: PersonId, name: string, content: string | Buffer) => {
    const hands = emulator.as(person);
    const file = hands.upload(name, Buffer.from(content));
    hands.sayToBot('', { files: [file.id] });
    await settle();
    return file.id;
  };
  const click = async (person: PersonId, text: string) => {
    await emulator.as(person).click(latest(person), text);
    await settle();
  };
  return { ...world, settle, told, latest, drop, click };
}
