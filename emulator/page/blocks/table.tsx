import { flag, type Json, list, num, str } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { RichText } from './rich-text.tsx';

export function TableBlock({ block }: BlockProps) {
  const rows = rowsOf(block);
  const settings = Array.isArray(block.column_settings) ? (block.column_settings as (Json | null)[]) : [];
  const [head = [], ...body] = rows;
  const look = (column: number) => lookOf(settings[column] ?? undefined);
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={look(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={look(column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Cell({ cell }: { cell: Json }) {
  if (str(cell, 'type') === 'rich_text') return <RichText block={cell} />;
  return <>{cellText(cell)}</>;
}

export const cellText = (cell: Json): string => str(cell, 'text') || String(num(cell, 'value') ?? '');

export function rowsOf(block: Json): Json[][] {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  return rows.map((row) => list({ row }, 'row'));
}

const lookOf = (setting: Json | undefined): string =>
  `align-${str(setting, 'align') || 'left'}${flag(setting, 'is_wrapped') ? ' wraps' : ''}`;
