/** What files of leads come to, one after the other, as a few lines of plain arithmetic have it. Nothing here knows how Tango does it. */

export interface ExportRow {
  who: number;
  name: string;
  phone: string;
  status: 'New' | 'Working' | 'Contacted' | 'Qualified' | 'Rejected' | 'Won' | 'Lost';
  owner: string;
  value: string;
}

/** What is here of a lead. */
export interface CrmHolds {
  who: number;
  name: string;
  phone: string;
  state: string;
  owner: string | null;
  value: number | null;
}

/** How far a lead has come. It goes on, and not back. */
export const LEVELS = { New: 0, Working: 1, Contacted: 2, Qualified: 3, Rejected: 3, Won: 4, Lost: 4 };

interface Life {
  status: ExportRow['status'];
  owner: string | null;
  value: number | null;
}

interface ModelLead {
  key: string;
  first: ExportRow;
  /** Each as a file left it; the first brought it. */
  lives: { file: number; life: Life }[];
  /** What was empty, and by which file it was filled: a phone, or in words whose it is, where that is nobody here. */
  filled: { file: number; what: 'phone' | 'owner'; text: string }[];
}

interface Options {
  hasIds: boolean;
  owners: Readonly<Record<string, string>>;
}

export class LeadModel {
  readonly #options: Options;
  #leads: ModelLead[] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  take(file: number, rows: readonly ExportRow[], update: boolean) {
    const counts = { taken: 0, updated: 0, unchanged: 0 };
    const seen = new Map<string, number>();
    for (const row of rows) counts[this.#takeRow(file, { row, key: this.#keyOf(row, seen), update })] += 1;
    return counts;
  }

  /** Without an id a row is known by all its cells; two equal ones in a file are two. */
  #keyOf(row: ExportRow, seen: Map<string, number>): string {
    if (this.#options.hasIds) return String(row.who);
    const cells = JSON.stringify(row);
    seen.set(cells, (seen.get(cells) ?? 0) + 1);
    return `${cells} ${seen.get(cells)}`;
  }

  #takeRow(
    file: number,
    { row, key, update }: { row: ExportRow; key: string; update: boolean },
  ): 'taken' | 'updated' | 'unchanged' {
    const lead = this.#leads.find((each) => each.key === key);
    if (!lead) {
      const lives = [{ file, life: this.#lifeAfter(null, row) }];
      this.#leads.push({ key, first: row, lives, filled: [] });
      return 'taken';
    }
    const filled = update ? this.#fillingsOf(lead, row) : [];
    lead.filled.push(...filled.map((each) => ({ file, ...each })));
    const now = lead.lives.at(-1)?.life ?? null;
    const life = this.#lifeAfter(now, row);
    const isNews = JSON.stringify(life) !== JSON.stringify(now);
    if (isNews) lead.lives.push({ file, life });
    return isNews || filled.length > 0 ? 'updated' : 'unchanged';
  }

  #fillingsOf({ first, filled }: ModelLead, row: ExportRow) {
    const textIn = (told: ExportRow) => ({ phone: told.phone, owner: this.#ownerOf(told) ? '' : told.owner });
    const isEmpty = (what: 'phone' | 'owner') =>
      textIn(first)[what] === '' && !filled.some((each) => each.what === what);
    return (['phone', 'owner'] as const)
      .map((what) => ({ what, text: textIn(row)[what] }))
      .filter(({ what, text }) => text !== '' && isEmpty(what));
  }

  #ownerOf({ owner }: ExportRow): string | undefined {
    return this.#options.owners[owner.toLowerCase()];
  }

  #lifeAfter(now: Life | null, row: ExportRow): Life {
    const { status, value } = row;
    const told = this.#ownerOf(row) ?? now?.owner ?? null;
    if (now && LEVELS[status] < LEVELS[now.status]) {
      // Of what is over an open row is no news, but a contradiction that is named, but for the qualified whose deals it does not know.
      const isOver = LEVELS[now.status] > 3 ? status !== 'Qualified' : now.status === 'Rejected';
      return isOver ? now : { ...now, owner: told };
    }
    const isWorth = ['Qualified', 'Won', 'Lost'].includes(status) && value !== '';
    return { status, owner: told, value: isWorth ? Number(value) : (now?.value ?? null) };
  }

  /** What a later file has made of a lead stands in the way; an empty cell is empty again in any case. */
  undo(file: number): void {
    for (const lead of this.#leads) {
      lead.filled = lead.filled.filter((each) => each.file !== file);
      while (lead.lives.at(-1)?.file === file) lead.lives.pop();
    }
    this.#leads = this.#leads.filter(({ lives }) => lives.length > 0);
  }

  holds(): CrmHolds[] {
    return this.#leads.map(({ first, filled, lives }) => {
      const { status, owner, value } = (lives.at(-1) as ModelLead['lives'][number]).life;
      const phone = filled.find(({ what }) => what === 'phone')?.text ?? first.phone;
      const state =
        LEVELS[status] >= 3 ? status.toLowerCase() : status === 'New' && !owner ? 'new' : 'claimed';
      return { who: first.who, name: first.name, phone, state, owner, value };
    });
  }
}
