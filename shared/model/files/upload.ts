import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { idSchema } from '../id.ts';
import { lineOfText } from '../text/text.ts';
import { documentSchema, documentTypes, isDocumentType } from './document.ts';
import { ingestedImageSchema } from './picture.ts';
import { rejectionSchema } from './rejection.ts';

/** The image types that can be read. */
const readableTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/tiff', 'image/gif'] as const;

export type ReadableType = (typeof readableTypes)[number];

/**
 * What an upload may be announced as. A file is what its bytes say: the name of its type only has to be one of an
 * image, or one of a document. HEIC is among them so that the refusal can say what to do, and since phones call by that
 * name what they have converted.
 */
const uploadTypes = [...readableTypes, 'image/jpg', 'image/heic', 'image/heif', ...documentTypes] as const;

/** What an upload may be used as. */
export const uploadKinds = ['picture', 'document'] as const;

/** What an upload may be used as, by the type that it has or was announced as. */
export const kindOfUpload = ({ contentType }: Pick<UploadRequest, 'contentType'>): (typeof uploadKinds)[number] =>
  isDocumentType(contentType) ? 'document' : 'picture';

/**
 * The `accept` of a field in which people choose pictures. It does not name HEIC: then the browsers of iPhones and
 * iPads convert a picture to JPEG when it is chosen.
 */
export const uploadAccept = readableTypes.join(',');

/** Largest upload, in bytes. */
export const maxUploadBytes = 100 * 1024 * 1024;

/** How long a signed upload may be used, in seconds. */
export const signatureSeconds = 15 * 60;

/** How long an upload may be awaited, in milliseconds, before it counts as expired. */
export const uploadLifetimeMs = 24 * 60 * 60 * 1000;

/** How long an upload may be worked on, tries again included, in milliseconds, before it counts as expired. */
export const ingestLifetimeMs = 2 * 60 * 60 * 1000;

/** A file that staff want to upload. */
export const uploadRequestSchema = z.strictObject({
  fileName: lineOfText(255).refine((name) => name.length > 0, issueCode('empty')),
  contentType: z.enum(uploadTypes),
  contentLength: z
    .int()
    .min(1, issueCode('emptyFile'))
    .max(
      maxUploadBytes,
      issueCode('fileTooLarge', { maxBytes: maxUploadBytes, maxMebibytes: maxUploadBytes / 1024 / 1024 }),
    ),
  /** SHA-256 of the bytes in lower-case hex, as `sha256sum` prints it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, issueCode('invalidSha256')),
});

export type UploadRequest = z.output<typeof uploadRequestSchema>;

export const uploadStates = ['awaiting', 'processing', 'ready', 'rejected'] as const;

/** An upload, as the desk keeps it. */
export const uploadSchema = uploadRequestSchema.extend({
  id: idSchema,
  state: z.enum(uploadStates),
  image: ingestedImageSchema.optional(),
  document: documentSchema.optional(),
  rejection: rejectionSchema.optional(),
  /** When ingest began to work on it for the first time. */
  arrivedAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** The artwork whose image it is, as `<exhibition id>/<artwork id>`: it may be shown as that one only. */
  artwork: z.string().optional(),
  /** The artwork whose image it was last, before another became that. */
  releasedFrom: z.string().optional(),
});

export type Upload = z.output<typeof uploadSchema>;
