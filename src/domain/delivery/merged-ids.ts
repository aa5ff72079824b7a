/** Ids that a vendor has made one: whoever is delivered under one of them is the same lead. Told at any time, also before any of them is known. */
export interface MergedIds {
  source: string;
  ids: readonly string[];
}
