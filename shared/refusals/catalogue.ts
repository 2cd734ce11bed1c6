import type { Reason, RefusalCode, RefusalParams } from './codes.ts';
import type { RefusalKind } from './kinds.ts';
import type { ActionName } from './names.ts';
import type { ReaderCode } from './reader-code.ts';

/** The parameters of a code as its words take them: a reason within a reason has been worded before. */
type Worded<P> = { readonly [K in keyof P]: P[K] extends Reason ? string : P[K] };

/** The words of a code: a text, or what makes one of the parameters. */
type Wording<P> = P extends undefined ? string : (params: Worded<P>) => string;

/** The reasons among `C`. Those that refuse a field follow its path and a colon. */
type Reasons<C extends RefusalCode> = { readonly [K in C]: Wording<RefusalParams[K]> };

/** What refusals say to everybody in one language. A code without words, or with other parameters, does not compile. */
export interface ReaderCatalogue {
  /** What kind of refusal it is: the `title` of a problem. */
  readonly titles: Readonly<Record<RefusalKind, string>>;
  /** What a page says below the title to a reader, who has no use for the details of a problem. */
  readonly pageTexts: Readonly<Record<'invalid-input' | 'not-found' | 'gone' | 'moved' | 'internal', string>>;
  readonly reasons: Reasons<ReaderCode>;
}

/** What they say to staff alone. */
export interface StaffCatalogue {
  /** The actions, in the form that the sentences on permissions take. */
  readonly actions: Readonly<Record<ActionName, string>>;
  readonly reasons: Reasons<Exclude<RefusalCode, ReaderCode>>;
}
