import type { ApiTarget } from '../api-client/api.ts';

/** Where the images and files of an archive are, and what becomes of them. */
export interface UploadOptions {
  readonly site: ApiTarget;
  /** The folder of the archive. */
  readonly folder: string;
  readonly isDryRun: boolean;
  /** True where addresses of private networks may be reached. */
  readonly allowsPrivate: boolean;
}
