import type { ApiFault, Faults } from '../faults.ts';
import type { PageFault } from '../page-protocol.ts';

interface Switch {
  id: string;
  label: string;
  hint: string;
  /** Lies over every call while it is on. */
  fault?: ApiFault;
}

const SWITCHES: Switch[] = [
  { id: 'outage', label: 'Slack is down', hint: 'Nothing gets through in either direction' },
  {
    id: 'slow',
    label: 'Slow answers',
    hint: 'Every call takes two seconds longer',
    fault: { kind: 'slow', ms: 2_000 },
  },
  {
    id: 'rate_limited',
    label: 'Rate limited',
    hint: 'Every call is told to come back in five seconds',
    fault: { kind: 'rate_limited', retryAfterSeconds: 5 },
  },
  {
    id: 'lost_answers',
    label: 'Lost answers',
    hint: 'Calls are carried out, but the connection breaks before the answer',
    fault: { kind: 'reset_after' },
  },
];

export function pageFaults(faults: Faults): PageFault[] {
  return SWITCHES.map(({ id, label, hint, fault }) => ({
    id,
    label,
    hint,
    active: fault === undefined ? faults.isOut : faults.isOn(id),
  }));
}

/** False where there is no such switch. */
export function switchFault(faults: Faults, id: string, active: boolean): boolean {
  const found = SWITCHES.find((one) => one.id === id);
  if (found === undefined) return false;
  if (found.fault === undefined) faults.outage(active);
  else faults.setOn(id, active ? found.fault : undefined);
  return true;
}
