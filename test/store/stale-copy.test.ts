import { describe, expect, it } from 'vitest';
import { insertRequest, updateRequest } from '../../src/store/insight/request.ts';
import { insertLeads, updateLead } from '../../src/store/lead/lead.ts';
import { insertRejects, updateRejects } from '../../src/store/rejects/rejects.ts';
import { insertStory, updateStory } from '../../src/store/story/story.ts';
import { DIALECTS, testDatabase } from '../support/databases.ts';
import { sampleRequest, sampleStory } from '../support/sample-insight.ts';
import { sampleLead } from '../support/sample-lead.ts';
import { sampleRejected, sampleRejects } from '../support/sample-rejects.ts';

for (const dialect of DIALECTS) {
  describe(`a copy that somebody else has overtaken, on ${dialect}`, () => {
    it('is refused for a lead', async () => {
      const db = await testDatabase(dialect);
      const lead = sampleLead();
      const next = { ...lead, version: lead.version + 1 };
      await db.transaction(async (tx) => {
        await insertLeads(tx, [lead]);
        await updateLead(tx, next, lead);
      });
      await expect(db.transaction((tx) => updateLead(tx, next, lead))).rejects.toThrow('stale copy');
    });

    it('is refused for a story', async () => {
      const db = await testDatabase(dialect);
      const story = sampleStory({ requestId: null, leadId: null });
      const next = { ...story, version: story.version + 1 };
      await db.transaction(async (tx) => {
        await insertStory(tx, story, 'V1');
        await updateStory(tx, next);
      });
      await expect(db.transaction((tx) => updateStory(tx, next))).rejects.toThrow('stale copy');
    });

    it('is refused for rejects', async () => {
      const db = await testDatabase(dialect);
      const rejects = sampleRejects();
      const next = { ...rejects, version: rejects.version + 1 };
      await db.transaction(async (tx) => {
        await insertRejects(tx, rejects, [sampleRejected('a')]);
        await updateRejects(tx, next);
      });
      await expect(db.transaction((tx) => updateRejects(tx, next))).rejects.toThrow('stale copy');
    });

    it('is refused for a request', async () => {
      const db = await testDatabase(dialect);
      const request = sampleRequest();
      const next = { ...request, version: request.version + 1 };
      await db.transaction(async (tx) => {
        await insertRequest(tx, request, 'V1');
        await updateRequest(tx, next);
      });
      await expect(db.transaction((tx) => updateRequest(tx, next))).rejects.toThrow('stale copy');
    });
  });
}
