/**
 * The body of a message of 0.1.0 that has not been sent yet, with the present name of its type. Any other body stays,
 * byte for byte.
 */
export const upgradeWebhookBody = (body: unknown): unknown =>
  typeof body === 'string' ? body.replace(/^\{"type":"(\w+)\.withdrawn"/, '{"type":"$1.unpublished"') : body;
