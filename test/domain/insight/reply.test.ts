import { describe, expect, it } from 'vitest';
import { answered } from '../../../src/domain/insight/insight-request.ts';
import { cannotHelp, nameSomebody, peopleAsked, type ReplyId } from '../../../src/domain/insight/reply.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleRequest } from '../../support/sample-insight.ts';

const NOW = berlin('2026-11-20T10:00');

describe('a reply to a request', () => {
  const by = (person: typeof ANA) => ({ id: 'reply_1' as ReplyId, by: person, now: NOW });

  it('names somebody else than oneself and the asker', () => {
    const request = sampleRequest();
    expect(() => nameSomebody(request, { named: ANA, note: null }, by(ANA))).toThrow(
      refused('named_yourself'),
    );
    expect(() => nameSomebody(request, { named: MIA, note: null }, by(ANA))).toThrow(
      refused('named_the_asker'),
    );
    const reply = nameSomebody(request, { named: MAX, note: 'Was there.' }, by(ANA));
    expect(peopleAsked(request, [reply])).toEqual([ANA, BEN, MAX]);
  });

  it('is told when it comes too late', () => {
    const request = answered(sampleRequest());
    expect(() => cannotHelp(request, by(ANA))).toThrow(refused('request_answered', { askedBy: MIA }));
    expect(() => nameSomebody(request, { named: MAX, note: null }, by(ANA))).toThrow(
      refused('request_answered'),
    );
  });
});
