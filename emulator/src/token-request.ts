/** The claims of a token, and its lifetime. */
export interface TokenRequest {
  /** The groups of the user pool that the token carries; none, where absent. */
  readonly groups?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly sub?: string;
  /** Seconds, which may be negative. */
  readonly expiresIn?: number | undefined;
  readonly audience?: string;
  readonly issuer?: string;
  /** The kind of token: to call an API (`access`), or to tell an application who has signed in (`id`). */
  readonly use?: 'access' | 'id' | undefined;
}
