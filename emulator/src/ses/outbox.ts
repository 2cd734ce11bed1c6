import * as z from 'zod';
import { readKept, replaceFile } from '../storage/kept-file.ts';

const mailSchema = z.object({
  /** When it was sent, in milliseconds since 1970. */
  sentAt: z.number(),
  to: z.array(z.string()),
  subject: z.string(),
  /** The text, or what is left of HTML without its tags. */
  text: z.string(),
});

/** A mail that a service of AWS would have sent. */
export type Mail = z.output<typeof mailSchema>;

/** How many mails are kept: the last ones. */
const mostKept = 200;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a mail in HTML says, line by line. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();

/** The mails that nobody gets here: they are kept for whoever develops, and in `file`, where one is given. */
export class Outbox {
  readonly #mails: Mail[] = [];
  readonly #file: string | undefined;

  constructor({ file, report }: { readonly file: string | undefined; readonly report: (message: string) => void }) {
    this.#file = file;
    const read = (text: string) => z.array(mailSchema).parse(JSON.parse(text));
    this.#mails.push(...((file && readKept(file, read, report)) || []));
  }

  /** Those that were sent, oldest first. */
  get mails(): readonly Mail[] {
    return this.#mails;
  }

  send(mail: Omit<Mail, 'sentAt'>): void {
    this.#mails.push({ ...mail, sentAt: Date.now() });
    this.#mails.splice(0, this.#mails.length - mostKept);
    if (this.#file) replaceFile(this.#file, JSON.stringify(this.#mails), 0o600);
  }

  clear(): void {
    this.#mails.length = 0;
  }
}
