/** A file is refused for what it is; trying again would not help. `message` is written for the staff member who sent it. */
export class Unacceptable extends Error {
  override readonly name = 'Unacceptable';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
