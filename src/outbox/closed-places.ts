/**
 * Where nothing can be sent for the moment, as far as this process knows: what waits there need not be asked of the database each time that
 * something joins it. The rows and paces of the database stay the truth, and are asked once a sweep whatever is known here.
 */
import type { Places } from '../store/transaction.ts';

/** Everywhere in the lane. */
const ALL_POSTS = 'post';

export class ClosedPlaces {
  readonly #until = new Map<string, number>();

  /** For a lane, or for what `placeOf` names; it may open earlier, when it is closed again for a shorter time. */
  close(place: string, until: number): void {
    this.#until.set(place, until);
  }

  /** When something may be sent at one of them: not after `now` where it may be sent at once. */
  opensAt(places: Places, now: number): number {
    if (places === null) return now;
    return Math.min(...[...places].map((place) => this.#opensAt(place, now)));
  }

  /** The clock has gone back. */
  clear(): void {
    this.#until.clear();
  }

  #opensAt(place: string, now: number): number {
    const until = Math.max(
      this.#get(place, now),
      place.startsWith(`${ALL_POSTS}:`) ? this.#get(ALL_POSTS, now) : 0,
    );
    return Math.max(now, until);
  }

  #get(place: string, now: number): number {
    const until = this.#until.get(place) ?? 0;
    if (until <= now) this.#until.delete(place);
    return until;
  }
}
