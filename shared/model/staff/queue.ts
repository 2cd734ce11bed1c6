/**
 * The queues whose work is set aside when it fails again and again: images that have arrived, the public side of
 * exhibitions, messages for webhooks, views, and mail to the staff, where it is sent.
 */
export const queueNames = ['uploads', 'exhibitions', 'webhooks', 'views', 'mail'] as const;

export type QueueName = (typeof queueNames)[number];

/**
 * Where work lies that was set aside: beside those queues, where changes of the public side are noted that could not be
 * followed.
 */
export const setAsideNames = [...queueNames, 'changes'] as const;

/** How often work is begun before it is set aside, where nothing else is said of its queue. */
export const maxReceives = 5;
