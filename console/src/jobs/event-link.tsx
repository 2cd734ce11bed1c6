import { Link } from 'wouter';
import { useTitle } from '../events/use-title.ts';

/** A way to an event, called by its title as soon as that is known. */
export const EventLink = ({ id }: { id: string }) => <Link href={`/events/${id}`}>{useTitle('event', id) ?? id}</Link>;
