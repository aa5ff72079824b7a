import { describe, expect, it } from 'vitest';
import type { FirstStart } from '../../../src/usecases/team/ensure-settings.ts';
import { ask, close, NOW, said, TITLE, tell } from '../../support/asked-field.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { BERLIN } from '../../support/sample-lead.ts';

for (const dialect of DIALECTS) {
  describe(`telling a story, on ${dialect}`, () => {
    const world = (firstStart: Partial<FirstStart> = {}) =>
      testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN, ...firstStart } });

    it('delivers a story to marketing, once, and says so where everybody asked', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await tell(ctx, ANA);
      expect((await said(ctx)).slice(3)).toEqual([
        `C_MARKETING: <@U_ANA> told a story: ${TITLE}. It waits to be read. [Accept] [Ask back] [Decline]`,
        `C_FIELD in request_post: <@U_MIA>, <@U_ANA> told one: *${TITLE}*. Allowed: quote, logo (until 31 December 2027, by Dora Klein, E-mail of 3 May) · To be asked: name and title, company name · Refused: photo or video`,
      ]);
    });

    it('delivers it to the asker while there is no marketing channel', async () => {
      const ctx = await world({ marketingChannel: null });
      await ask(ctx);
      await tell(ctx, ANA);
      expect((await said(ctx))[3]).toMatch(/^U_MIA: <@U_ANA> told a story/);
    });

    it('takes a story that somebody was writing while another one was accepted', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'accepted' });
      await tell(ctx, BEN);
      expect((await said(ctx)).filter((line) => line.startsWith('C_MARKETING: <@U_BEN> told'))).toHaveLength(
        1,
      );
    });
  });
}
