/** What a token says, and for how long. */
export interface TokenRequest {
  /** The group that the token carries; none, where absent. */
  readonly role?: string | undefined;
  /** True where it carries the group of jurors beside that one. */
  readonly juror?: boolean | undefined;
  readonly name?: string | undefined;
  readonly sub?: string;
  /** Seconds, which may be negative. */
  readonly expiresIn?: number | undefined;
  readonly audience?: string;
  readonly issuer?: string;
  /** What the token is for: to call an API with (`access`), or to tell an application who has signed in (`id`). */
  readonly use?: 'access' | 'id' | undefined;
}
