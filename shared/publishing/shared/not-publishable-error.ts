import { InvalidInputError } from '../../refusals/application-error.ts';

/** Something may not be published; `errors` says every reason at once, by field. */
export class NotPublishableError extends InvalidInputError {}
