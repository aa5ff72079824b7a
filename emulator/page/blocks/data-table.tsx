import { useState } from 'preact/hooks';
import { type Json, num, str } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { Cell, cellText, rowsOf } from './table.tsx';

interface Order {
  column: number;
  falling: boolean;
}

/** A table that can be sorted by a click on a heading and turned page by page. */
export function DataTableBlock({ block }: BlockProps) {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const [head = [], ...body] = rowsOf(block);
  const size = num(block, 'page_size') ?? 10;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const rows = sorted(body, order).slice(page * size, (page + 1) * size);
  const sortBy = (column: number) => {
    setOrder(
      order?.column === column && order.falling ? null : { column, falling: order?.column === column },
    );
    setPage(0);
  };
  return (
    <div class="table-frame">
      <table class="table">
        <caption>{str(block, 'caption')}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <Heading
                key={column}
                cell={cell}
                order={order?.column === column ? order : null}
                sort={() => sortBy(column)}
                numeric={isNumber(body[0]?.[column])}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <BodyCell key={column} cell={cell} names={column === num(block, 'row_header_column_index')} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <div class="table-pages">
          <button type="button" class="button small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span>
            Page {page + 1} of {pages}
          </span>
          <button
            type="button"
            class="button small"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            Next
          </button>
        </div>
      )}
    </div>
  );
}

function Heading({
  cell,
  order,
  sort,
  numeric,
}: {
  cell: Json;
  order: Order | null;
  sort: () => void;
  numeric: boolean;
}) {
  const direction = order ? (order.falling ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={direction} class={numeric ? 'align-right' : 'align-left'}>
      <button type="button" class="table-sort" onClick={sort}>
        {cellText(cell)} <span aria-hidden="true">{order ? (order.falling ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}

function BodyCell({ cell, names }: { cell: Json; names: boolean }) {
  if (names)
    return (
      <th scope="row" class="align-left">
        <Cell cell={cell} />
      </th>
    );
  return (
    <td class={isNumber(cell) ? 'align-right' : 'align-left'}>
      <Cell cell={cell} />
    </td>
  );
}

const isNumber = (cell: Json | undefined): boolean => str(cell, 'type') === 'raw_number';

function sorted(rows: Json[][], order: Order | null): Json[][] {
  if (!order) return rows;
  const by = (row: Json[]) => row[order.column] ?? {};
  const rising = rows.toSorted((a, b) => compare(by(a), by(b)));
  return order.falling ? rising.reverse() : rising;
}

function compare(a: Json, b: Json): number {
  const [left, right] = [num(a, 'value'), num(b, 'value')];
  if (left !== undefined && right !== undefined) return left - right;
  return cellText(a).localeCompare(cellText(b), 'en', { numeric: true });
}
