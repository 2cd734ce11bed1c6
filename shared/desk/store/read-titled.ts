import * as z from 'zod';
import { fromDocument } from '../../aws/document.ts';
import { getMany } from '../../aws/get-many.ts';
import { keyOf } from '../../aws/table.ts';
import { idSchema } from '../../model/id.ts';
import { exhibitionPk } from './exhibition-pk.ts';
import { deskTable } from './table.ts';

/** What a title is made of. */
const titledSchema = z.looseObject({
  id: z.string(),
  translations: z.record(z.string(), z.looseObject({ title: z.string().optional() })),
});

type Titled = z.output<typeof titledSchema> & { readonly kind: 'event' | 'exhibition' };

/** The events and exhibitions among some items, by their ids; what is none of them, or is gone, is left out. */
export const readTitled = async (ids: readonly string[]): Promise<Titled[]> => {
  const known = [...new Set(ids)].filter((id) => idSchema.safeParse(id).success);
  const events = known.map((id) => keyOf(`EVENT#${id}`, 'WORKING'));
  const exhibitions = known.map((id) => keyOf(exhibitionPk(id), 'WORKING'));
  const items = await getMany(deskTable, [...events, ...exhibitions], { attributes: 'pk, doc' });
  return items.map(({ pk, doc }) => ({
    ...fromDocument(titledSchema, doc),
    kind: pk?.S?.startsWith('EVENT#') ? ('event' as const) : ('exhibition' as const),
  }));
};
