import * as z from 'zod';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import type { Locale } from '../languages/locale.ts';
import { addressTemplate, hasPlaceholder } from './address-template.ts';

/** Where the institution's own frontend has its pages: what is left out has its page at Sergi. */
export const frontendSchema = z.strictObject({
  home: addressTemplate([], ['locale']).optional(),
  events: addressTemplate(['slug'], ['locale']).optional(),
  exhibitions: addressTemplate(['slug'], ['locale']).optional(),
  pages: addressTemplate(['slug'], ['locale']).optional(),
  artworks: addressTemplate(['id'], ['locale', 'slug']).optional(),
  preview: addressTemplate(['token'], ['locale']).optional(),
});

export type Frontend = z.output<typeof frontendSchema>;

/** Templates that would give pages of two languages one address. */
export const frontendErrors = (frontend: Frontend | undefined, locales: readonly Locale[]): FieldError[] =>
  (['events', 'exhibitions', 'pages', 'artworks'] as const)
    .filter((page) => locales.length > 1 && frontend?.[page] && !hasPlaceholder(frontend[page], 'locale'))
    .map((page) => fieldError(`frontend.${page}`, 'missingPlaceholder', { placeholder: '{locale}' }));
