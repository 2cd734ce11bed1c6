/** A file that has arrived and was refused, with the reason in the language of the console. */
export class RejectedFileError extends Error {}

/**
 * A file that the console does not send, since the API would refuse it: of another type, too large, empty, or a
 * document where a picture is wanted.
 */
export class UnsuitableFileError extends Error {
  readonly why: 'type' | 'tooLarge' | 'empty' | 'document';

  constructor(why: UnsuitableFileError['why']) {
    super(why);
    this.why = why;
  }
}

/** A file that is not on the device any more, or may not be read. */
export class UnreadableFileError extends Error {}

/** A file that has not arrived as a whole: it may be sent again. */
export class InterruptedUploadError extends Error {}
