/** The claims of a token, and its lifetime. */
export interface TokenRequest {
  /** The groups of the user pool that the token carries; none, where absent. */
  readonly groups?: readonly string[] | undefined;
  /** The user name; the first group, where absent. */
  readonly name?: string | undefined;
  /** What the account says of the person, as `name` or `given_name`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly sub?: string;
  /** Seconds, which may be negative. */
  readonly expiresIn?: number | undefined;
  readonly audience?: string;
  /** What an application has asked for the token with, to know it again. */
  readonly nonce?: string | undefined;
  readonly issuer?: string;
  /** The kind of token: to call an API (`access`), or to tell an application who has signed in (`id`). */
  readonly use?: 'access' | 'id' | undefined;
}
