import { type EventContent, eventContentSchema } from '../../../shared/model/events/event.ts';
import { itemKindOf } from '../../../shared/model/events/event-kind.ts';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { isObject } from '../../../shared/model/json/json-object.ts';
import type { AnswerOf } from '../api/api.ts';

export type StaffEvent = AnswerOf<'getStaffEvent'>;

/** The name of the member of the staff who has made or changed something; empty where it is not known. */
export const nameOf = (person: StaffEvent['updatedBy']): string =>
  typeof person === 'string' ? person : (person.name ?? '');

/** The id of that person. */
export const idOf = (person: StaffEvent['updatedBy']): string => (typeof person === 'string' ? person : person.id);

/** The fields of an event that the editor changes: all that staff write. */
const editedFields = Object.keys(eventContentSchema.shape) as (keyof EventContent)[];

/** What is written of an event. */
export type Content = Readonly<EventContent>;

/** What is written of an event before the first word. */
export const emptyContent: Content = eventContentSchema.parse({});

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };

export const contentOf = (event: StaffEvent): Content =>
  Object.fromEntries(editedFields.map((field) => [field, event[field]])) as Content;

/** What leads from one value to another (JSON Merge Patch, RFC 7396); `undefined` where nothing does. */
export const patchBetween = (from: unknown, to: unknown): Json | undefined => {
  if (isSameJson(from, to)) return undefined;
  if (to === undefined) return null;
  if (!isObject(to)) return to as Json;
  const before = isObject(from) ? from : {};
  const changes = [...new Set([...Object.keys(before), ...Object.keys(to)])].map((name) => [
    name,
    patchBetween(before[name], to[name]),
  ]);
  return Object.fromEntries(changes.filter(([, change]) => change !== undefined));
};

/** A content with another value at a path; `undefined` removes it. */
export const withValue = <T>(content: T, [name, ...rest]: readonly string[], value: unknown): T => {
  if (name === undefined) return value as T;
  const before: Readonly<Record<string, unknown>> = isObject(content) ? content : {};
  const changed = withValue(before[name], rest, value);
  const others = Object.entries(before).filter(([other]) => other !== name);
  return Object.fromEntries(changed === undefined ? others : [...Object.entries(before), [name, changed]]) as T;
};

/**
 * What is saved of a content: pages and notices have nothing that says when and where something takes place, and
 * notices no pictures or files. As long as it is only written, what another kind has stays: the person may have passed
 * over a kind on the way to another one.
 */
export const ofItsKind = (content: Content): Content => {
  const item = itemKindOf(content);
  const { notice, ...others } = content;
  if (item === 'event') return others;
  const { kind, translations, pictures, files } = content;
  if (item === 'page') return { ...emptyContent, kind, translations, pictures, files };
  return { ...emptyContent, kind, translations, ...(notice && { notice }) };
};
