import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { enforcing } from '../json/enforced.ts';
import { localeSchema } from '../languages/locale.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { addressTemplate } from './address-template.ts';
import { contrastOf, inkOn, leastContrast } from './contrast.ts';

/** The colour of paper on a light screen. */
const paper = '#ffffff';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: issueCode('invalidColour'), abort: true })
  .toLowerCase();

/** What was measured, in tenths: never rounded up to what is asked for. */
const tenths = (contrast: number): number => Math.floor(contrast * 10) / 10;

/** A colour for text on paper. */
const inkColour = colour.superRefine((value, context) => {
  const contrast = contrastOf(value, paper);
  if (contrast >= leastContrast) return;
  const message = issueCode('contrastTooLow', { contrast: tenths(contrast), min: leastContrast });
  context.addIssue({ code: 'custom', message });
});

/** The colours of the institution. */
export const coloursSchema = z.strictObject({
  /** Links, buttons and marks. It needs a contrast of 4.5 to white; on dark screens it is lightened. */
  accent: inkColour,
  /** The ground of the header and the footer. What is read on it is white, or black where the ground is light. */
  header: colour,
});

export type Colours = z.output<typeof coloursSchema>;

/** What is read on the header. */
export const headerInk = ({ header }: Colours): string => inkOn(header);

/** The families that pages can be written in. Each has all letters of Azerbaijani, Latin and Cyrillic. */
export const fontFamilies = ['inter', 'notoSans', 'literata'] as const;

export type FontFamily = (typeof fontFamilies)[number];

/** An address by https, which may have a port and a query, and no name or password. */
const httpsUrl = (example: string) =>
  enforcing(
    z
      .string()
      .max(2_000, { abort: true })
      .refine((text) => text.startsWith('https://'), { error: issueCode('httpsRequired'), abort: true })
      .refine(
        (text) => URL.canParse(text) && !/[\s\p{Cc}\\"'<>;,]/u.test(text) && new URL(text).username === '',
        issueCode('invalidUrl', { example }),
      ),
    { format: 'uri' },
  );

/** The logo beside the name of the institution, which says what it shows. */
export const logoSchema = z.strictObject({ url: httpsUrl('https://example.org/logo.svg') });

/** Where people find and reach the institution. */
export const contactSchema = z.strictObject({
  address: z.record(localeSchema, paragraphsOfText(500)).optional(),
  phone: lineOfText(50).optional(),
  email: z.email(issueCode('invalidEmail')).max(200).optional(),
});

/** Where the institution says how accessible its pages are. */
export const accessibilityStatementSchema = addressTemplate([], ['locale']);
