import { Readable } from 'node:stream';
import { extractFromJson } from '@extractus/feed-extractor';
import { parseFeed } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import ical from 'node-ical';
import RssParser from 'rss-parser';

/** What every client must find in a feed, however it calls it. */
export interface ReadFeed {
  readonly title: string | null | undefined;
  readonly items: readonly {
    readonly id: string | null | undefined;
    readonly title: string | null | undefined;
    readonly url: string | null | undefined;
    readonly published: string | undefined;
    readonly image?: string | undefined;
    /** The whole text, as HTML. */
    readonly content?: string | null | undefined;
  }[];
}

const instant = (date: string | number | Date | null | undefined): string | undefined =>
  date ? new Date(date).toISOString() : undefined;

const byRssParser = async (text: string): Promise<ReadFeed> => {
  const parser = new RssParser({ customFields: { item: ['media:content', 'content:encoded', 'id'] } });
  const { title, items } = await parser.parseString(text);
  return {
    title,
    items: items.map((item) => ({
      ...{ id: item.guid ?? item.id, title: item.title, url: item.link, published: instant(item.isoDate) },
      image: item['media:content']?.$.url ?? item.enclosure?.url,
      content: item['content:encoded'] ?? item.content,
    })),
  };
};

const byFeedparser = async (text: string): Promise<ReadFeed> => {
  const parser = Readable.from([text]).pipe(new FeedParser({}));
  const items: FeedParser.Item[] = [];
  for await (const item of parser) items.push(item);
  return {
    title: items[0]?.meta.title,
    items: items.map(({ guid, title, link, pubdate, image, enclosures, description }) => ({
      ...{ id: guid, title, url: link, published: instant(pubdate) },
      image: image.url ?? enclosures[0]?.url,
      content: description,
    })),
  };
};

const byFeedParser = async (text: string): Promise<ReadFeed> => {
  const { title, items } = parseFeed(text);
  return {
    title,
    items: items.map(({ id, title: its, url, published, image, media, content }) => ({
      ...{ id, title: its, url, published: instant(published) },
      image: media[0]?.url ?? image?.url,
      content,
    })),
  };
};

/** Libraries that read RSS and Atom. */
export const xmlClients = { 'rss-parser': byRssParser, feedparser: byFeedparser, 'feed-parser': byFeedParser };

const byFeedsmith = async (text: string): Promise<ReadFeed> => {
  const { title, items = [] } = parseJsonFeed(text);
  return {
    title,
    items: items.map(({ id, title: its, url, date_published: published, image, content_html: content }) => ({
      ...{ id, title: its, url, published: instant(published), image, content },
    })),
  };
};

const byFeedExtractor = async (text: string): Promise<ReadFeed> => {
  const { title, entries = [] } = extractFromJson(JSON.parse(text));
  return {
    title,
    items: entries.map(({ id, title: its, link, published }) => ({
      id,
      title: its,
      url: link,
      published: instant(published),
    })),
  };
};

/** Libraries that read JSON Feed. */
export const jsonClients = { feedsmith: byFeedsmith, 'feed-extractor': byFeedExtractor };

/**
 * An event of a calendar as a client understands it: days as `2022-11-18`, an end that is a day as the day after the
 * last.
 */
export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly sequence: number;
}

const byIcalJs = (text: string): ReadEvent[] => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const when = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const status = String(component.getFirstPropertyValue('status'));
    const { uid, summary, sequence } = event;
    return { uid, summary, start: when(event.startDate), end: when(event.endDate), status, sequence };
  });
};

const byNodeIcal = (text: string): ReadEvent[] =>
  Object.values(ical.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    // Days are at midnight of this machine.
    const day = (date: Date) =>
      [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    const when = (date: Date) => (event.datetype === 'date' ? day(date) : new Date(date).toISOString());
    const summary = typeof event.summary === 'string' ? event.summary : event.summary.val;
    const end = when(event.end ?? event.start);
    return [
      ...[
        {
          uid: event.uid,
          summary,
          start: when(event.start),
          end,
          status: String(event.status),
          sequence: Number(event.sequence),
        },
      ],
    ];
  });

/** Libraries that read iCalendar: the first trusts the zone's block, the second its name. */
export const calendarClients = { 'ical.js': byIcalJs, 'node-ical': byNodeIcal };
