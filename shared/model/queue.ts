/**
 * The queues whose work is set aside when it fails again and again: images that have arrived, the public side of exhibitions, messages
 * for webhooks, and views.
 */
export const queueNames = ['uploads', 'exhibitions', 'webhooks', 'views'] as const;

export type QueueName = (typeof queueNames)[number];

/** Where work lies that was set aside: beside those queues, where changes of the public side are noted that could not be followed. */
export const setAsideNames = [...queueNames, 'changes'] as const;
