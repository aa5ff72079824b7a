import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/domain/insight/insight-request.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { sampleAsking, sampleRequest } from '../../support/sample-insight.ts';

const NOW = berlin('2026-11-20T10:00');

const asked = {
  id: sampleRequest().id,
  by: MIA,
  now: NOW,
  today: '2026-11-20',
  fieldChannel: 'C_FIELD',
};

describe('a request to the field', () => {
  it('may be due today, but not yesterday', () => {
    expect(ask(sampleAsking({ dueDate: '2026-11-20' }), asked).state).toBe('open');
    const late = () => ask(sampleAsking({ dueDate: '2026-11-19' }), asked);
    expect(late).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'dueDate' })] }),
    );
  });

  it('needs somebody to ask: a field channel, or a person', () => {
    const unheard = () => ask(sampleAsking({ people: [] }), { ...asked, fieldChannel: null });
    expect(unheard).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'people' })] }),
    );
    expect(ask(sampleAsking({ people: [ANA] }), { ...asked, fieldChannel: null }).channel).toBeNull();
  });

  it('asks everybody once, also who is named twice, and not the asker', () => {
    expect(ask(sampleAsking({ people: [ANA, MIA, BEN, ANA] }), asked).people).toEqual([ANA, BEN]);
  });
});
