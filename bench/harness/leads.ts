/** Leads as a program sends them. */
import { Pool } from 'undici';
import { INTAKE_TOKEN } from './bots.ts';

const HEADERS = { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' };

export interface LeadSender {
  /** Resolves when they are taken; the next ones are others. */
  send(count?: number): Promise<void>;
  close(): Promise<void>;
}

/** Over connections that stay open. */
export function leadSender(url: string, connections: number): LeadSender {
  const pool = new Pool(url, { connections, pipelining: 1 });
  return {
    send: async (count = 1) => {
      const leads = Array.from({ length: count }, () => leadOf(next++));
      const body = JSON.stringify(count === 1 ? leads[0] : leads);
      const answer = await pool.request({ method: 'POST', path: '/api/leads', headers: HEADERS, body });
      const said = await answer.body.text();
      if (answer.statusCode !== 201) throw new Error(`A lead was not taken: ${answer.statusCode} ${said}`);
    },
    close: () => pool.destroy(),
  };
}

/** Of the whole run: nobody comes twice. */
let next = 0;

/** One in twenty is somebody new of a company that we know, whose owner is told. */
function leadOf(n: number) {
  const company = n % 20 === 0 ? n % 900 : n;
  return {
    source: `Source ${n % 12}`,
    name: `Dana ${n}`,
    email: `dana${n}@company${company}.example`,
    company: `Company ${company}`,
    message: 'Can you show us the group view?',
  };
}
