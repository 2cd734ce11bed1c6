import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';

/** Longest template, in characters. */
const templateLength = 500;

const placeholder = /\{[^{}]*\}/g;

/** The template with `text` in place of each placeholder. */
const filledWith = (template: string, text: string): string => template.replace(placeholder, text);

const addressOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** True where a template makes an address by https, of the same host whatever stands in it but the language. */
const isAddress = (template: string): boolean => {
  if (/[\s\p{Cc}\\]/u.test(template)) return false;
  const inOneLanguage = template.replaceAll('{locale}', 'az');
  const [one, other] = ['a', 'b'].map((text) => addressOf(filledWith(inOneLanguage, text)));
  return one?.protocol === 'https:' && one.host === other?.host && !one.username && !one.password;
};

/** True where a template has a placeholder. */
export const hasPlaceholder = (template: string, name: string): boolean => template.includes(`{${name}}`);

/**
 * The address of pages of another site, with placeholders for what differs:
 * `https://example.org/{locale}/events/{slug}`. It needs those of `required`, and may have those of `allowed`.
 */
export const addressTemplate = (required: readonly string[], allowed: readonly string[] = []) =>
  z
    .string()
    .max(templateLength, { abort: true })
    .refine((text) => text.startsWith('https://'), { error: issueCode('httpsRequired'), abort: true })
    .superRefine((text, context) => {
      const known = [...required, ...allowed].map((name) => `{${name}}`);
      const used: readonly string[] = text.match(placeholder) ?? [];
      const foreign = [...used, ...(text.replace(placeholder, '').match(/[{}]/g) ?? [])].find(
        (name) => !known.includes(name),
      );
      const add = (message: string) => context.addIssue({ code: 'custom', message });
      if (foreign !== undefined) return add(issueCode('unknownPlaceholder', { placeholder: foreign, known }));
      const missing = required.find((name) => !hasPlaceholder(text, name));
      if (missing !== undefined) return add(issueCode('missingPlaceholder', { placeholder: `{${missing}}` }));
      if (!isAddress(text)) add(issueCode('invalidUrl', { example: 'https://example.org/az/events/sergi' }));
    });

/** An address made from a template: what stands for the placeholders is encoded where it has to be. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  new URL(template.replace(placeholder, (name) => encodeURIComponent(values[name.slice(1, -1)] ?? ''))).href;
