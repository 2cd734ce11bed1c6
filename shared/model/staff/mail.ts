import * as z from 'zod';
import { languages } from '../../refusals/language.ts';
import { idSchema } from '../id.ts';
import { instantSchema } from '../time/instant.ts';
import { isAtLeast, type Role } from './role.ts';

/**
 * What a member of the staff is told by mail: a text waits for review, a text was sent back to who had sent it for
 * review, consents end soon, work failed for good.
 */
export const mailKinds = ['review', 'returned', 'consent', 'failure'] as const;

export type MailKind = (typeof mailKinds)[number];

/** The lowest role that is told of it. */
const lowestRoles = {
  review: 'editor',
  returned: 'contributor',
  consent: 'editor',
  failure: 'contributor',
} as const satisfies Record<MailKind, Role>;

/** What somebody may be told in a role. */
export const mailKindsOf = (role: Role): MailKind[] => mailKinds.filter((kind) => isAtLeast(role, lowestRoles[kind]));

/** What a person wants to be told, and in which language. A kind that a later release has stored is kept. */
export const mailPreferencesSchema = z.strictObject({
  /** That of the account, where absent. */
  language: z.enum(languages).optional(),
  /** The kinds of mail that are switched off. */
  off: z.array(z.string()),
});

export type MailPreferences = z.output<typeof mailPreferencesSchema>;

const ofMail = {
  /** The same for each message about the same: whoever was told of it is not told again. */
  id: z.string().min(1).max(100),
  at: instantSchema,
};

/**
 * Work that may fail for good: on the public side of an exhibition, or a job. Where an edition was to be published, it
 * says which.
 */
const workSchema = z.strictObject({ kind: z.enum(['exhibition', 'job']), id: idSchema, edition: z.int().optional() });

/**
 * Something that members of the staff are to be told. It says what it is about by ids alone: the mail says how that is
 * called when it is sent.
 */
export const dueMailSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...ofMail, kind: z.literal('review'), eventId: idSchema, by: z.string() }),
  z.strictObject({ ...ofMail, kind: z.literal('returned'), eventId: idSchema, to: z.string() }),
  z.strictObject({ ...ofMail, kind: z.literal('consent') }),
  z.strictObject({ ...ofMail, kind: z.literal('failure'), work: workSchema, to: z.string().optional() }),
]);

export type DueMail = z.output<typeof dueMailSchema>;
export type DueMailOf<K extends MailKind> = Extract<DueMail, { readonly kind: K }>;
