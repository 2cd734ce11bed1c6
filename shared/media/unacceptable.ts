/** A file is refused for what it is; trying again would not help. `message` is written for the staff member who sent it. */
export class Unacceptable extends Error {
  override readonly name = 'Unacceptable';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
