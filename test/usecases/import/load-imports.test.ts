import { describe, expect, it } from 'vitest';
import type { ImportId } from '../../../src/domain/import/import.ts';
import { loadImports, loadRefused } from '../../../src/usecases/import/load-imports.ts';
import { bring, idOf, LEADS } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`an import, on ${dialect}`, () => {
    it('is listed with what became of its rows, and gives back those it refused', async () => {
      const ctx = await testContext(dialect);
      const report = await bring(ctx, 'leads', `${LEADS}Fair,3,Noor,no address,2026-11-12\nFair,4,,,soon\n`);
      expect(await loadImports(ctx, 10)).toMatchObject([
        {
          id: report.importId,
          noun: 'leads',
          fileName: 'leads.csv',
          begunBy: MIA,
          state: 'done',
          rowsDone: 4,
        },
      ]);
      const { header, rows } = await loadRefused(ctx, idOf(report));
      expect(header).toEqual(['source', 'id', 'name', 'email', 'created_at']);
      const all = [];
      for await (const row of rows) all.push(row);
      expect(all).toMatchObject([{ line: 5, column: 'created_at', cells: ['Fair', '4', '', '', 'soon'] }]);
      await expect(loadRefused(ctx, 'import_0' as ImportId)).rejects.toThrow(refused('import_not_found'));
    });
  });
}
