import type * as z from 'zod';
import { type CommonProperty, commonDescriptions } from './common-descriptions.ts';

type PropertyOf<S extends z.ZodObject> = Extract<keyof S['shape'], string>;

/**
 * The properties of a schema that need a text of their own: neither common to all, nor said of the schema that it
 * extends.
 */
type Needed<S extends z.ZodObject, Base extends z.ZodObject> = Exclude<
  PropertyOf<S>,
  CommonProperty | PropertyOf<Base>
>;

/** A text for each property: the compiler refuses one that is missing, and one that no property has any more. */
type Texts<S extends z.ZodObject, Base extends z.ZodObject> = {
  readonly [P in Needed<S, Base>]: string;
} & { readonly [P in Exclude<PropertyOf<S>, Needed<S, Base>>]?: string };

/** What the document says of the properties of an object. */
interface Description<S extends z.ZodObject = z.ZodObject> {
  readonly schema: S;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Describes the properties of a schema in the words of those who call the API: what it is, in which unit, when it is
 * absent, its limits. Texts of `base`, from which the schema is derived, hold where nothing else is said. They stand
 * apart from the schemas, so that no function but the one that answers the document carries them.
 */
export const describeObject = <S extends z.ZodObject, Base extends z.ZodObject = z.ZodObject<Record<never, never>>>(
  schema: S,
  texts: Texts<S, Base>,
  base?: Description<Base>,
): Description<S> => ({ schema, texts: { ...commonDescriptions, ...base?.texts, ...texts } });
