import type { FeedView } from './feeds.service';

/** A feed in the words of JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeed = ({ title, url, selfUrl, language, iconUrl, entries }: FeedView): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: url,
  feed_url: selfUrl,
  icon: iconUrl,
  language,
  items: entries.map((entry) => ({
    id: entry.url,
    url: entry.url,
    content_html: entry.html,
    content_text: entry.text,
    date_published: entry.publishedAt,
    date_modified: entry.updatedAt,
    authors: [entry.author],
    tags: entry.tags,
    language: entry.language,
  })),
});
