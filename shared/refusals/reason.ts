import type { Reason, RefusalCode, RefusalParams } from './codes.ts';

/** The parameters of a code as the arguments of a function: none where its words need none. */
export type ParamsOf<C extends RefusalCode> = RefusalParams[C] extends undefined
  ? []
  : [params: Exclude<RefusalParams[C], undefined>];

/** A reason, checked against the parameters that its code takes. */
export const reason = <C extends RefusalCode>(code: C, ...[params]: ParamsOf<C>): Reason => ({
  code,
  ...(params !== undefined && { params: { ...params } }),
});
