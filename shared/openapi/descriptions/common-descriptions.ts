/** Texts of properties that mean the same in every object. */
export const commonDescriptions = {
  items: 'The items of this page, in the order of the list.',
  nextCursor: 'Where the list goes on: send it as `cursor` to get the next page. Absent on the last page.',
  version: 'Grows by one with every change. It is the `ETag` of the answer, and a change names it in `If-Match`.',
  createdAt: 'When it was created.',
  createdBy: 'The person who created it.',
  updatedAt: 'When it was last changed.',
  updatedBy: 'The person who last changed it.',
} as const;

export type CommonProperty = keyof typeof commonDescriptions;
