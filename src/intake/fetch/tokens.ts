import type { FetchJob } from '../../domain/delivery/fetch-job.ts';
import { cleanPasted } from '../../reading/text.ts';
import { accountOf } from './job-reading.ts';

/** One token for all, or one for each page or account: `1021:EAAB…,1022:EAAC…`. One without a number is for all others. */
export class Tokens {
  readonly #byAccount = new Map<string, string>();
  readonly #others: string | null = null;

  constructor(variable: string) {
    for (const each of variable.split(',').map(withoutBlanks)) {
      const [, account, token] = /^(\d+):(.+)$/.exec(each) ?? [];
      if (account !== undefined && token !== undefined) this.#byAccount.set(account, token);
      else if (each !== '') this.#others = each;
    }
  }

  /** What one account is refused with says nothing of the others. */
  get isOneForAll(): boolean {
    return this.#byAccount.size === 0;
  }

  /** Null: there is none for where the lead came from. */
  of(job: FetchJob): string | null {
    return this.#byAccount.get(accountOf(job) ?? '') ?? this.#others;
  }
}

/** No vendor's token has one. */
function withoutBlanks(token: string): string {
  return cleanPasted(token).replaceAll(/\s+/g, '');
}
