/** The queues whose work is set aside when it fails again and again: images that have arrived, and the public side of exhibitions. */
export const queueNames = ['uploads', 'exhibitions'] as const;

export type QueueName = (typeof queueNames)[number];

/** The environment variable that holds the address of a queue's dead letters. */
export const deadLettersVariable = (name: QueueName): string => `${name.toUpperCase()}_DEAD_LETTERS`;
