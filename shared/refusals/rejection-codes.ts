/** Why a file was rejected after it had arrived, by code, and what the words of each need. */
export interface RejectionParams {
  'not-an-image': undefined;
  damaged: undefined;
  'wrong-type': { readonly declared: string; readonly found: string };
  'heic-unreadable': undefined;
  'too-many-pixels': { readonly megapixels: number };
  'too-narrow': { readonly width: number; readonly height: number };
  'wrong-length': { readonly found: number; readonly declared: number };
  'wrong-checksum': undefined;
  erased: undefined;
}
