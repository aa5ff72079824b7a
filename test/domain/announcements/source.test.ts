import { expect, it } from 'vitest';
import { sourceAlertDm } from '../../../src/domain/announcements/source.ts';
import type { SourceAlertId } from '../../../src/domain/source/source-alert.ts';
import { MIA } from '../../support/people.ts';

it('Whoever has a source is told; where nobody is, nobody', () => {
  const id = 'source_alert_1' as SourceAlertId;
  expect(sourceAlertDm({ id, told: MIA })).toEqual({ kind: 'source_alert', ref: id, target: MIA });
  expect(sourceAlertDm({ id, told: null })).toBe(null);
});
