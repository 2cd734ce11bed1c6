import type { RejectionCode, RejectionParams } from '../model/files/rejection.ts';

/**
 * A file is refused for its content; trying again would not help. `shared/model/files/rejection.ts` has the messages.
 */
export class RejectedFileError extends Error {
  override readonly name = 'RejectedFileError';
  readonly code: RejectionCode;
  readonly params: RejectionParams;

  constructor(code: RejectionCode, { params = {}, ...options }: ErrorOptions & { params?: RejectionParams } = {}) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
