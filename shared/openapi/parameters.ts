import * as z from 'zod';
import { viewerFile } from '../contract/assets.ts';
import { fontFile } from '../contract/fonts.ts';
import type { Route } from '../contract/route.ts';
import { type JsonSchema, schemaOf } from './schemas.ts';

interface Words {
  readonly description: string;
  readonly example?: unknown;
  /** In place of what the contract says of the text, where that stands for something else. */
  readonly schema?: JsonSchema;
}

/**
 * What each parameter means, by its name, or by `route.name` where that route means something else by it. An example is
 * one that every site can answer: viewers of the document fill it in, so an id or slug that a site does not have would
 * be asked for.
 */
const words: Readonly<Record<string, Words>> = {
  id: { description: 'An id: a ULID, as the list that it stands in gives it.' },
  idOrSlug: {
    description: 'The id, or the slug in any language: one that it had before leads to where it is now.',
  },
  artworkId: { description: 'The id of an artwork of the exhibition.' },
  formId: { description: 'The id of the scan of a form beside the artwork.' },
  number: {
    description: 'The number by which the jury knows a work.',
    schema: { type: 'integer', minimum: 1, maximum: 9_999_999_999 },
  },
  jurorId: {
    description: 'A member of the staff, as `createdBy` names one, and `GET /v1/staff/juries` to everybody of himself.',
  },
  personId: { description: 'A member of the staff, as `createdBy` names one by `id`.' },
  previewId: { description: 'The id of a preview link.' },
  file: { description: 'The name of the file, as the page gives it.', example: viewerFile },
  'getFont.file': {
    description: 'The name of the file, as the style of the page gives it.',
    example: fontFile('inter', 'latin'),
  },
  slug: { description: 'The slug in that language, or one that it had before.' },
  deliveryId: { description: 'The id of a message for a webhook.' },
  token: {
    description: 'The last part of the address of a preview link.',
  },
  version: {
    description: 'A version: they are counted from 1.',
    example: 1,
    schema: { type: 'integer', minimum: 1, maximum: 9_999_999_999 },
  },
  against: {
    description: 'Another version, to name what is different in.',
    example: 1,
    schema: { type: 'integer', minimum: 1, maximum: 9_999_999_999 },
  },
  locale: {
    description:
      'The language to answer in, one of the site: its default language, where absent. What is not translated is answered in another, which `locale` of the answer names.',
  },
  category: { description: 'Only what is of this category, one of the site.' },
  campaign: { description: 'Only what belongs to this campaign.' },
  tag: { description: 'Only what has this tag in the language; case and accents do not matter.', example: 'rəsm' },
  translatedOnly: {
    description: 'Leaves out what would be answered in another language.',
    schema: { type: 'boolean' },
  },
  limit: {
    description: 'Most items of a page.',
    example: 20,
    schema: { type: 'integer', minimum: 1, maximum: 100 },
  },
  cursor: {
    description:
      'Where to go on: `nextCursor` of the page before. It belongs to the query that gave it; with another one it is refused.',
  },
  q: { description: 'Words, or beginnings of words, to look for; case and accents do not matter.', example: 'rəsm' },
  kind: { description: 'Only what is of this kind. Absent: everything.' },
  'searchItems.from': {
    description:
      'Only what takes place on this day or later, in the time zone of the site; of news, what was published then. An artwork has the days of its exhibition.',
  },
  'searchItems.to': { description: 'Only what takes place, or was published, on this day or earlier.' },
  'getSearchPage.kind': { description: 'Only what is of this kind, one of `GET /v1/search`.' },
  'getSearchPage.from': { description: 'Only what takes place, or was published, on this day or later.' },
  'getSearchPage.to': { description: 'Only what takes place, or was published, on this day or earlier.' },
  status: { description: 'The status that the items have now.', example: 'published' },
  'listStaffEvents.status': {
    description:
      'The statuses that the events have now, with commas between them. Absent: drafts, where nothing else is asked for, and all but archived ones otherwise.',
    schema: { type: 'string' },
  },
  'listStaffEvents.kind': {
    description: "Editors' pages, or notices, which are in no list of events. Absent: news and events.",
  },
  'listStaffEvents.q': {
    description: 'Words of titles in any language, or their beginnings; case and accents do not matter.',
  },
  'listUploads.q': { description: 'Words of file names, or their beginnings; case and accents do not matter.' },
  'listUploads.kind': { description: 'What they can be used as. Absent: both.' },
  state: { description: 'Only uploads in this state.' },
  unused: { description: 'Only what nothing has ever used.', schema: { type: 'boolean' } },
  before: {
    description:
      'With `unused`: what was asked for before this day or instant. Absent: 90 days ago, unless the deployment sets another time.',
  },
  author: { description: 'Who has created it, as `createdBy` names the person.' },
  handedTo: { description: 'Only what this contributor may change without having created it.' },
  'listStaffEvents.tag': { description: 'Only what has this tag in some language; case and accents do not matter.' },
  missing: {
    description: 'Only what has no title in this language; `true` for any of the site.',
    schema: { type: 'string' },
  },
  changed: {
    description: 'Only what has changed since it was published, or only what has not.',
    schema: { type: 'boolean' },
  },
  outdated: {
    description: 'Only what has a text in this language that is older than the original; `true` for any language.',
    schema: { type: 'string' },
  },
  from: {
    description: 'Only from this day or instant on, of the time that the list is sorted by.',
  },
  to: {
    description: 'Only up to this day or instant, which is included, of the time that the list is sorted by.',
  },
  sort: {
    description:
      'By the last change, by the publication, by the beginning, or by the planned end of the publication; what has no such time is left out. Absent: by the last change, or as the list of one status is sorted where nothing else is asked for.',
  },
  order: {
    description: 'Absent: the soonest beginning first, and of the other times the newest.',
  },
  count: {
    description: 'How many artworks are to be selected.',
    example: 10,
    schema: { type: 'integer', minimum: 1, maximum: 1000 },
  },
  'listAuditEntries.person': { description: 'Only what this person has done, as `createdBy` names the person.' },
  'listAuditEntries.action': { description: 'Only what was done in this way.' },
  month: { description: 'The month to list: the present one, where absent.' },
  'getFeed.month': { description: 'Only what was published in this month, in the time zone of the site.' },
  'getListPage.month': { description: 'Only what was published in this month, in the time zone of the site.' },
  'getEventsPage.month': {
    description: 'Only what was published in this month, in the time zone of the site. Not together with `tag`.',
  },
  content: {
    description: '`summary`: the summaries alone, cut as in `/v1/feed`, for less to read. Absent: the whole texts too.',
    example: 'summary',
  },
  fields: {
    description:
      '`body`: whole items in place of cards, at most 20 a page. `summary` is not cut then, and `body` is there.',
    example: 'body',
  },
  'getCalendar.limit': {
    description: 'Most items of the calendar.',
    example: 1000,
    schema: { type: 'integer', minimum: 1, maximum: 1_000 },
  },
  'getPreviewPage.from': {
    description: 'The number of the first artwork that is shown, from 1: an answer has at most 200.',
    example: 201,
    schema: { type: 'integer', minimum: 1, maximum: 1_000, default: 1 },
  },
  'getExhibitionPreview.from': {
    description: 'The number of the first artwork that is shown, from 1: an answer has at most 200.',
    example: 201,
    schema: { type: 'integer', minimum: 1, maximum: 1_000, default: 1 },
  },
  weight: { description: 'For how many readers this view speaks: for one, where absent.' },
  item: { description: 'The id of an item, or `site`: what was done to it, in place of a month.' },
  dryRun: {
    description: 'Looks at each line, changes nothing, and answers at once with a report: no job is made.',
    schema: { type: 'boolean' },
  },
  update: {
    description:
      'Writes what a line says now into the event that it was imported as. An event that somebody has changed since is left as it is, and the line refused.',
    schema: { type: 'boolean' },
  },
  ignoreCase: {
    description:
      'Takes capitals and small letters for the same in `redirectsFrom`, as the earlier site did if it ran on IIS.',
    schema: { type: 'boolean' },
  },
};

/** A parameter as the document has it. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

const defaultOf = (field: z.ZodType): JsonSchema =>
  field instanceof z.ZodDefault ? { default: z.json().parse(field.def.defaultValue) } : {};

const parametersIn = (name: string, place: 'path' | 'query', schema: z.ZodObject | undefined): Parameter[] =>
  Object.entries<z.ZodType>(schema?.shape ?? {}).map(([field, type]) => {
    const said = words[`${name}.${field}`] ?? words[field];
    const { default: _, ...own } = schemaOf(type, 'input');
    return {
      name: field,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      ...(said && { description: said.description }),
      schema: { ...(said?.schema ?? own), ...defaultOf(type) },
      ...(said?.example !== undefined && { example: said.example }),
    };
  });

const ifMatch = (required: boolean): Parameter => ({
  name: 'If-Match',
  in: 'header',
  required,
  description:
    'The `ETag` of the version that the change is meant for: where another one is current, it is refused. `*` stands for any version; a weak tag matches none.',
  schema: { type: 'string', pattern: '^(\\*|(W/)?"[^"\\s]*")$' },
  example: '"1"',
});

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A UUID that this request has alone. A person who sends the request again with it, since no answer has come, gets what the first one has made, as it is now; nothing is made twice. With another request it is refused. It is remembered for 31 days. The quotes may be left out.',
  schema: { type: 'string', pattern: '^"?[\\dA-Fa-f]{8}(-[\\dA-Fa-f]{4}){3}-[\\dA-Fa-f]{12}"?$' },
  example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
};

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of an earlier answer: where nothing has changed since, the answer is 304.',
  schema: { type: 'string' },
};

/** The parameters of a route. */
export const parametersOf = (name: string, route: Route): Parameter[] => [
  ...parametersIn(name, 'path', route.params),
  ...parametersIn(name, 'query', route.query),
  ...(route.ifMatch ? [ifMatch(route.ifMatch === 'required')] : []),
  ...(route.takesIdempotencyKey ? [idempotencyKey] : []),
  ...(route.access === 'public' && route.method === 'GET' ? [ifNoneMatch] : []),
];
