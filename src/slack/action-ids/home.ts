import { HOME_LISTS, type HomeList, type HomeListName } from '../../domain/home.ts';
import { PROMISE_KINDS, type PromiseKind } from '../../domain/promise/kinds.ts';
import { AppError, inWords } from '../../errors.ts';

/** What is longer than Home has room for. */
export const HOME = { more: 'home_more', pageBack: 'home_page_back', pageOn: 'home_page_on' } as const;

export const HOME_MODAL = { list: 'home_list_modal' } as const;

/** Which page of which list. */
export const homeList = {
  encode: ({ name, kind, page }: HomeList): string => `${page}:${name}:${kind ?? ''}`,
  decode: (value: string | undefined): HomeList => {
    const [page = '', name = '', kind = ''] = value?.split(':') ?? [];
    if (!Object.hasOwn(HOME_LISTS, name))
      throw new AppError('invalid', inWords('This button names no list.'));
    return {
      name: name as HomeListName,
      kind: Object.hasOwn(PROMISE_KINDS, kind) ? (kind as PromiseKind) : null,
      page: /^\d{1,4}$/.test(page) ? Number(page) : 0,
    };
  },
};
