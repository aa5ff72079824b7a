/** Mia has brought the wrong file, and takes it back: the cards say so, and what Ana has taken meanwhile stays hers. */
import { expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { importRecord } from '../../src/usecases/import/record-import.ts';
import { undoImport } from '../../src/usecases/import/undo-import.ts';
import { cardsOf } from '../support/cards.ts';
import { csvFile, request } from '../support/csv.ts';
import { textOf } from '../support/messages.ts';
import { ANA, MIA } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

for (const mode of ['socket', 'http'] as const)
  it(`over ${mode}`, async () => {
    const world = await startWorld({ mode });
    const { ctx } = world.bot;
    await world.post('/api/leads', {
      source: 'Webinar',
      name: 'Dana Whitfield',
      email: 'dana@harbour.example',
    });
    await world.settle();
    const file = csvFile(
      'source,name,email,created_at\nFair,Rui,rui@cove.example,2026-11-17\nFair,Noor,noor@granite.example,2026-11-17\nFair,Dana,dana@harbour.example,2026-11-17\n',
    );
    const record = importRecord(ctx, { noun: 'leads', fileName: 'wrong.csv', by: MIA });
    const { importId } = await importLeads(ctx, request(file, { record }), 'all');
    await world.settle();
    const cards = () => cardsOf(world.emulator).map(textOf);
    expect(cards()).toHaveLength(4);
    const rui = cardsOf(world.emulator).find((card) => textOf(card).includes('Rui'))!;
    await world.emulator.as(ANA).click(rui, 'Claim');
    await world.settle();

    expect(await undoImport(ctx, importId!, MIA)).toMatchObject({
      gone: 2,
      kept: 1,
      named: [{ name: 'Rui' }],
    });
    await world.settle();
    const gone = `Taken back by <@${MIA}>: it came by mistake, with the import of wrong.csv.`;
    expect(cards().filter((text) => text === gone)).toHaveLength(2);
    expect(cards().filter((text) => text.includes('claimed this'))).toHaveLength(1);
    expect(cards()[0]).toContain('Dana Whitfield');
    expect(cards()[0]).not.toContain('wrote again');
  });
