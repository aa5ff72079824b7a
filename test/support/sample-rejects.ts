import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { RejectedLead, Rejects, RejectsAnswer, RejectsId } from '../../src/domain/rejects/rejects.ts';
import { parseWeek } from '../../src/domain/time/week.ts';
import { berlin } from './berlin.ts';
import { ANA, MIA } from './people.ts';

export function sampleRejects(changes: Partial<Rejects> = {}): Rejects {
  return {
    ...{ id: 'rejects_1' as RejectsId, week: parseWeek('2026-W47'), key: 'campaign:1' },
    ...{ source: 'Meta', campaign: 'Hotels Q4', owner: MIA, askedAt: berlin('2026-11-23T09:00') },
    ...{ answer: null, version: 1 },
    ...changes,
  };
}

export const ANSWER: RejectsAnswer = {
  ...{ change: 'targeting', sentence: '5 houses and more', by: MIA, reason: 'not_our_market' },
  at: berlin('2026-11-23T10:00'),
};

export function sampleRejected(id: string, changes: Partial<RejectedLead> = {}): RejectedLead {
  return { leadId: id as LeadId, reason: 'not_our_market', rejectedBy: ANA, goneAt: null, ...changes };
}
