import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { idSchema } from '../id.ts';
import { localeSchema } from '../languages/locale.ts';
import { instantSchema } from '../time/instant.ts';

/**
 * An editor's word that a text means another person than the artist of an entry. It holds for this very text, whose
 * SHA-256 in hex is `textHash`, and for the name that the entry has had since `namedAt`: absent for its first.
 */
export const confirmedMentionSchema = z.strictObject({
  artworkId: idSchema,
  locale: localeSchema.optional(),
  field: z.string().max(100),
  textHash: z.string().regex(/^[0-9a-f]{64}$/, issueCode('invalidSha256')),
  namedAt: instantSchema.optional(),
});

export type ConfirmedMention = z.output<typeof confirmedMentionSchema>;

/** Most confirmations of one item: a text may hold the surname of many children. */
const mostConfirmed = 1_000;

export const confirmedMentionsSchema = z.array(confirmedMentionSchema).max(mostConfirmed);

/** What an editor sends to confirm that a text in which a name was found means another person. */
export const confirmationOf = ({
  artworkId,
  textHash,
  namedAt,
  place: { locale, field },
}: Pick<ConfirmedMention, 'artworkId' | 'textHash' | 'namedAt'> & {
  readonly place: Pick<ConfirmedMention, 'locale' | 'field'>;
}): ConfirmedMention => ({
  ...{ artworkId, textHash, field },
  ...(locale && { locale }),
  ...(namedAt && { namedAt }),
});

/** True where an editor has confirmed that a text of this hash means another person than the one of this name. */
export const isConfirmed = (confirmed: readonly ConfirmedMention[] = [], mention: ConfirmedMention): boolean =>
  confirmed.some(
    (one) =>
      one.artworkId === mention.artworkId &&
      one.locale === mention.locale &&
      one.field === mention.field &&
      one.textHash === mention.textHash &&
      one.namedAt === mention.namedAt,
  );
