/** The facts on a file that the API needs before it is uploaded. */
export interface FileFacts {
  readonly contentType: string;
  readonly contentLength: number;
  /** SHA-256 of the bytes in lower-case hex. */
  readonly sha256: string;
}

/**
 * A file to be uploaded. Its bytes are read when they are sent, so that no more files are in memory than are on their
 * way.
 */
export interface OutgoingFile extends FileFacts {
  readonly fileName: string;
  readonly open: () => Promise<Blob>;
}
