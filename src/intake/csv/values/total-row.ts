/** Reports end with their own sums, which are no further spend: "Total", "Grand total", "Total: Campaigns". */
export function isTotalRow([first = '']: readonly string[]): boolean {
  return /^((grand )?totals?|total: .*)$/i.test(first);
}
