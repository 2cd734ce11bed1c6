import * as z from 'zod';
import type { Reason } from '../../refusals/codes.ts';
import type { Language } from '../../refusals/language.ts';
import type { RejectionParams as ParamsByCode } from '../../refusals/rejection-codes.ts';
import { wordReason } from '../../refusals/word-reason.ts';

export type RejectionCode = keyof ParamsByCode;

/** What a rejection says beside its code: sizes, types. */
export type RejectionParams = Readonly<Record<string, string | number>>;

const codes: Readonly<Record<RejectionCode, true>> = {
  'not-an-image': true,
  damaged: true,
  'wrong-type': true,
  'heic-unreadable': true,
  'too-many-pixels': true,
  'too-narrow': true,
  'several-pages': true,
  'wrong-length': true,
  'wrong-checksum': true,
  erased: true,
  'not-a-document': true,
  'damaged-document': true,
  'has-macros': true,
  'has-script': true,
  'has-attachments': true,
  'picture-metadata': true,
  'password-protected': true,
  'not-utf-8': true,
  'is-markup': true,
  'too-complex': true,
};

/** Why a file was refused, as the desk keeps it. */
export const rejectionSchema = z.strictObject({
  code: z.enum(Object.keys(codes) as [RejectionCode, ...RejectionCode[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** What was said of it in English, before it could be said in other languages. */
  message: z.string().optional(),
});

export type Rejection = z.output<typeof rejectionSchema>;

/** Why a file was refused, as a refusal of what names it can say. */
export const rejectionReason = ({ code, params }: Pick<Rejection, 'code' | 'params'>): Reason => ({ code, params });

/** Why a file was refused, as a code for programs and a sentence for people. */
export const localizeRejection = (
  { code, params, message }: Rejection,
  language: Language,
): { code: RejectionCode; message: string } => ({ code, message: message ?? wordReason({ code, params }, language) });
