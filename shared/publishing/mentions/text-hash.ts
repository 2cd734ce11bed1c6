import { hash } from 'node:crypto';

/** What a confirmation is bound to: SHA-256 of the text as it is stored, in hex. */
export const textHash = (text: string): string => hash('sha256', text, 'hex');
