/** What is announced of rejects. */
import { type Announcement, announcement } from '../announcement.ts';
import type { Rejects } from '../rejects/rejects.ts';

/** The question, edited in place as it is answered; null: there is nobody to ask. */
export function rejectsDm({ id, owner }: Pick<Rejects, 'id' | 'owner'>): Announcement | null {
  return owner === null ? null : announcement('rejects_dm', { rejectsId: id }, { target: owner });
}
