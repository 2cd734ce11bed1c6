import type { AnswerOf } from '../api/api.ts';

/** An account of a member of the staff, as the API shows it. */
export type Account = AnswerOf<'listAccounts'>['items'][number];

/** What colleagues call the person. */
export const nameOfAccount = ({ name, email }: Pick<Account, 'name' | 'email'>): string => name ?? email;
