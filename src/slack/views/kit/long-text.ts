/** What is longer than Slack takes in one piece is shown in several, never left out. */
import { cut } from '../../../sentences/clip.ts';
import { section, type TangoBlock } from './blocks.ts';

/** Of a section, with room for what stands before it on its line. */
const LONGEST_PIECE = 2_700;

/** Raw text in pieces, each at most that long once it is written as markup, ending with a whole character and between words where it can. */
export function inPieces(text: string, write: (text: string) => string): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = firstPiece(rest, write);
    pieces.push(write(piece));
    rest = rest.slice(piece.length);
  }
  return pieces;
}

function firstPiece(text: string, write: (text: string) => string): string {
  for (let most = LONGEST_PIECE; ; most = Math.floor(most / 2)) {
    const piece = cut(text, most);
    if (write(piece).length <= LONGEST_PIECE || most < 2) return piece === text ? piece : betweenWords(piece);
  }
}

function betweenWords(piece: string): string {
  const at = piece.search(/\s\S*$/);
  return at > piece.length / 2 ? piece.slice(0, at + 1) : piece;
}

/** Lines of markup, as many to a section as it holds. */
export function inSections(lines: readonly string[]): TangoBlock[] {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST_SECTION)
      sections[sections.length - 1] = `${last}\n${line}`;
    else sections.push(line);
  }
  return sections.map((text) => section(text));
}

const LONGEST_SECTION = 2_900;

/** Slack takes a hundred blocks and 250 KB a view; nobody scrolls that far. */
const PAGE = { blocks: 40, bytes: 60_000 };

/** Blocks that one modal does not hold, in pages; one at least. */
export function inPages(blocks: readonly TangoBlock[]): TangoBlock[][] {
  let page: TangoBlock[] = [];
  let bytes = 0;
  const pages = [page];
  for (const block of blocks) {
    const size = Buffer.byteLength(JSON.stringify(block));
    if (page.length > 0 && (page.length >= PAGE.blocks || bytes + size > PAGE.bytes)) {
      page = [];
      bytes = 0;
      pages.push(page);
    }
    page.push(block);
    bytes += size;
  }
  return pages;
}
