/** Why a file was rejected after it had arrived, by code, and what the words of each need. */
export interface RejectionParams {
  'not-an-image': undefined;
  damaged: undefined;
  'wrong-type': { readonly declared: string; readonly found: string };
  'heic-unreadable': undefined;
  'too-many-pixels': { readonly megapixels: number };
  'too-narrow': { readonly width: number; readonly height: number };
  'several-pages': { readonly pages: number };
  'wrong-length': { readonly found: number; readonly declared: number };
  'wrong-checksum': undefined;
  erased: undefined;
  'not-a-document': undefined;
  'damaged-document': undefined;
  'has-macros': undefined;
  'has-script': undefined;
  'has-attachments': undefined;
  'picture-metadata': undefined;
  'password-protected': undefined;
  'not-utf-8': undefined;
  'is-markup': undefined;
  'too-complex': undefined;
}
