import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { convert } from '../../../tools/import/from/convert.ts';
import { wordPressBody } from '../../../tools/import/from/wordpress-body.ts';

const folder = mkdtempSync(join(tmpdir(), 'sergi-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** The lines of the archive that an export becomes, and what the command says. */
const converted = async (from: string, text: string | Buffer, over: { locale?: string; types?: string[] } = {}) => {
  count += 1;
  const path = join(folder, `${count}.xml`);
  writeFileSync(path, text);
  const said = await convert({ from, path, out: undefined, locale: over.locale, types: over.types ?? ['post'] });
  const lines = readFileSync(join(folder, `${count}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line)), said };
};

const wordpress = readFileSync(join(import.meta.dirname, 'exports/wordpress.xml'));

describe('an export of WordPress', () => {
  it('becomes lines: translations as one, with picture, views, old addresses and the time in UTC', async () => {
    const { lines } = await converted('wordpress', wordpress);
    expect(lines).toHaveLength(2);
    const [first, second] = lines;
    const { body } = first.translations.az;
    const { body: english } = first.translations.en;
    expect(first).toEqual({
      externalId: 'muzey.example/blog/?p=117',
      publishedAt: '2022-11-18T06:30:00Z',
      format: 'html',
      categories: ['Elanlar & xəbərlər'],
      tags: ['rəsm'],
      translations: {
        az: { title: 'Rəsm &#8220;müsabiqəsi&#8221; &b;', summary: 'Qısa & aydın', body },
        en: { title: 'Drawing competition', body: english },
      },
      images: [
        {
          url: 'https://muzey.example/wp-content/uploads/resm.jpg',
          alt: { az: 'Uşaq rəsmi', en: 'Drawing competition' },
        },
        {
          url: 'https://muzey.example/wp-content/uploads/ev.jpg',
          alt: { az: 'Köhnə ev', en: 'A house' },
          caption: { az: 'Köhnə ev', en: 'The old house' },
        },
        {
          url: 'https://elsewhere.example/x.jpg',
          alt: { az: 'Rəsm “müsabiqəsi” &b;', en: 'Drawing competition' },
        },
        {
          url: 'https://muzey.example/wp-content/uploads/bag-scaled.jpg',
          alt: { az: 'Rəsm “müsabiqəsi” &b;', en: 'A garden' },
        },
      ],
      redirectsFrom: ['/blog/2022/11/resm/', '/blog/?p=117', '/blog/en/drawing/', '/blog/?p=118'],
      views: 719,
    });
    expect(body).toContain('<p>Birinci abzas.<br>\nYeni sətir.</p>');
    expect(body).toContain(
      '<figure><img src="https://muzey.example/a.jpg" alt="A" /><figcaption>Şəkil</figcaption></figure>',
    );
    // What stands in a gallery stands there alone, and a smaller copy in a text is the picture itself.
    expect(english).not.toMatch(/ev-300x200|elsewhere|All of them/);
    expect(english).toContain('<img src="https://muzey.example/wp-content/uploads/bag-scaled.jpg" alt="A garden"');
    expect(body).toContain('<a href="https://youtu.be/x">');
    expect(body).toContain('[mötərizə] qalır, <code>[gallery]</code>');
    expect(body).not.toMatch(/\[caption|\[gallery ids|\[embed/);
    expect(second).toMatchObject({ publishedAt: '2009-01-02', translations: { ru: { title: 'Köhnə' } } });
  });

  it('says what is not in the archive', async () => {
    const { said } = await converted('wordpress', wordpress);
    for (const part of [
      ...['not published (draft): 1', 'has a password: 1', 'the kind page (--types names others): 1'],
      ...['comments that were left out: 1', '5: has a local time only'],
      ...['5: its picture is not in the export', '11: left out: it has no date', 'Elanlar & xəbərlər (1)', '2 lines'],
    ]) {
      expect(said).toContain(part);
    }
  });

  it('loses no translation of a post whose language the export says twice', async () => {
    const text = String(wordpress).replaceAll('nicename="en"', 'nicename="az"');
    const { lines, said } = await converted('wordpress', text);
    expect(lines.map(({ externalId, translations }) => [externalId, translations.az?.title])).toEqual([
      ['muzey.example/blog/?p=117', 'Rəsm &#8220;müsabiqəsi&#8221; &b;'],
      ['muzey.example/blog/?p=118', 'Drawing competition'],
      [expect.any(String), undefined],
    ]);
    expect(said).toContain('?p=118: is a line of its own');
  });

  it('takes other kinds and another language where it is asked to', async () => {
    const { lines } = await converted('wordpress', wordpress, { types: ['page'], locale: 'tr' });
    expect(lines).toMatchObject([
      { externalId: 'muzey.example/blog/?p=8', translations: { tr: { title: 'Haqqımızda' } } },
    ]);
  });

  it('leaves no shortcode of a plugin, and keeps what is none', () => {
    const { html, shortcodes } = wordPressBody(
      '[slider id=5] a [1] [b] [tab title="x"]c[/tab] [/end] <pre>[slider id=5]</pre>',
    );
    expect(html).toBe('<p>a [1] [b] c  <pre>[slider id=5]</pre></p>');
    expect(shortcodes).toEqual(['slider', 'tab', 'end']);
  });

  it('has the pictures of galleries that name none: those that were uploaded for the post', async () => {
    const text = wordpress.toString().replace('[gallery ids="9,10"]', '[gallery columns="2"]');
    const { lines } = await converted('wordpress', text);
    const urls = lines[0].images.map(({ url }: { url: string }) => url.split('/').at(-1));
    expect(urls).toEqual(['resm.jpg', 'ev.jpg', 'x.jpg', 'bag-scaled.jpg']);
  });

  it('has the documents of the site that a post leads to as its files, titled as there', async () => {
    const uploads = 'https://muzey.example/wp-content/uploads';
    const linked = `<a href="${uploads}/proqram.pdf"><b>Proqram</b> &amp; xəritə</a> <a href='${uploads}/a%C4%9F.DOCX?ver=1&amp;x'></a>
      <a class="wp-block-file__button" href="${uploads}/proqram.pdf">Yüklə</a> <a href="https://elsewhere.example/x.pdf">başqa</a>
      <a href="${uploads}/s.html">səhifə</a> <a href="/wp-content/uploads/ixrac.pdf">ixrac</a>`;
    const file = (id: number, name: string) => `<item><title>Ərizə</title><wp:post_id>${id}</wp:post_id>
      <wp:post_parent>117</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
      <wp:attachment_url>${uploads}/${name}</wp:attachment_url></item>`;
    const text = wordpress
      .toString()
      .replace('Birinci abzas.', linked)
      .replace('</channel>', `${file(901, 'a%C4%9F.DOCX')}${file(902, 'unseen.pdf')}</channel>`);
    const { lines, said } = await converted('wordpress', text);
    const [{ files, translations }] = lines;
    expect(files).toEqual([
      { url: `${uploads}/proqram.pdf`, title: { az: 'Proqram & xəritə', en: 'Proqram & xəritə' } },
      { url: `${uploads}/a%C4%9F.DOCX`, title: { az: 'Ərizə', en: 'Ərizə' } },
    ]);
    expect(translations.az.body).toContain('proqram.pdf');
    expect(said).toContain('muzey.example/blog/?p=117: a file lacks a title in a language');
  });

  it('is converted whatever its links and its own address are', async () => {
    const links = ['http://', 'https://a b/c', 'https://muzey.example:x', 'http://1.2.3.456'].map(
      (address) => `<a href="${address}/x.pdf">x</a>`,
    );
    const text = wordpress.toString().replace('Birinci abzas.', links.join(''));
    const { lines } = await converted('wordpress', text);
    expect(lines).toHaveLength(2);
    expect(lines[0].files).toBeUndefined();
    const elsewhere = text.replace(/(<wp:base_blog_url>)[^<]*/, '$1mailto:muzey');
    expect((await converted('wordpress', elsewhere)).lines[0].externalId).toBe('/?p=117');
  });

  it('is refused where it is something else', async () => {
    await expect(converted('wordpress', '<rss><channel><item><title>a</title></item></channel></rss>')).rejects.toThrow(
      /no export of WordPress/,
    );
    await expect(converted('joomla', '')).rejects.toThrow(/wordpress, rss/);
  });
});

const rss = (items: string, head = '<language>az-AZ</language>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${head}${items}</channel></rss>`;

describe('a feed', () => {
  it('in RSS becomes lines', async () => {
    const { lines } = await converted(
      'rss',
      rss(`<item><title>Bir &amp;amp; iki</title><link>https://a.az/x?id=1</link><guid>g-1</guid>
        <pubDate>Fri, 18 Nov 2022 10:30:00 +0400</pubDate><category>Elanlar</category><description>qısa</description>
        <content:encoded><![CDATA[<p>uzun</p>]]></content:encoded>
        <media:thumbnail url="https://a.az/s.jpg"/><enclosure url="https://a.az/b.jpg" type="image/jpeg" length="1"/></item>`),
    );
    expect(lines).toEqual([
      {
        ...{ externalId: 'g-1', publishedAt: '2022-11-18T06:30:00.000Z', format: 'html', categories: ['Elanlar'] },
        translations: { az: { title: 'Bir &amp; iki', body: '<p>uzun</p>' } },
        images: [{ url: 'https://a.az/b.jpg', alt: { az: 'Bir & iki' } }],
        redirectsFrom: ['/x?id=1'],
      },
    ]);
  });

  it('brings each enclosed picture, and of Media RSS, which has them in several sizes, one', async () => {
    const item = (n: number, pictures: string) =>
      `<item><title>Bir</title><guid>g-${n}</guid><pubDate>Fri, 18 Nov 2022 10:30:00 +0400</pubDate>${pictures}</item>`;
    const files = ['a', 'b'].map((name) => `<enclosure url="https://a.az/${name}.jpg" type="image/jpeg" length="1"/>`);
    const sizes = ['1', '2'].map((name) => `<media:content url="https://a.az/${name}.jpg" medium="image"/>`);
    const { lines } = await converted('rss', rss(item(1, files.join('')) + item(2, sizes.join(''))));
    const urls = (lines as { images: { url: string }[] }[]).map(({ images }) => images.map(({ url }) => url));
    expect(urls).toEqual([['https://a.az/a.jpg', 'https://a.az/b.jpg'], ['https://a.az/1.jpg']]);
  });

  it('brings each enclosed document as a file, by its title or else its name', async () => {
    const rest = '<guid>g</guid><pubDate>Fri, 18 Nov 2022 10:30:00 +0400</pubDate>';
    const files = `<enclosure url="https://a.az/m%C9%99tn%201.pdf" type="application/pdf" length="1"/>
      <enclosure url="https://a.az/talk.mp3" type="audio/mpeg" length="1"/>
      <media:content url="https://a.az/file?id=2" type="text/csv"><media:title>Siyahı</media:title></media:content>`;
    const { lines, said } = await converted('rss', rss(`<item><title>Bir</title>${rest}${files}</item>`));
    expect(lines[0].files).toEqual([
      { url: 'https://a.az/m%C9%99tn%201.pdf', title: { az: 'mətn 1.pdf' } },
      { url: 'https://a.az/file?id=2', title: { az: 'Siyahı' } },
    ]);
    expect(said).toContain('g: a file lacks a title');
    const link = '<link rel="enclosure" title="Plan" type="application/pdf" href="https://a.az/plan"/>';
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><entry><id>urn:1</id><title>a</title>
      <updated>2022-11-18T10:30:00Z</updated>${link}</entry></feed>`;
    expect((await converted('rss', atom)).lines[0].files).toEqual([
      { url: 'https://a.az/plan', title: { en: 'Plan' } },
    ]);
  });

  it('in Atom and in RSS 1.0 does, too', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>T</title><entry><id>urn:1</id>
      <title type="text">1 &lt; 2</title><link rel="alternate" href="https://a.az/1"/><updated>2022-11-18T10:30:00Z</updated>
      <category term="news"/><content type="xhtml"><div><p>a <b>b</b></p></div></content></entry></feed>`;
    expect((await converted('rss', atom)).lines).toMatchObject([
      { externalId: 'urn:1', translations: { ru: { title: '1 &lt; 2', body: expect.stringContaining('<b>b</b>') } } },
    ]);
    const rdf = `<rdf:RDF><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://a.az/2"><title>İki</title>
      <link>https://a.az/2</link><dc:date>2022-11-18</dc:date><dc:subject>Elm</dc:subject><description>x</description></item></rdf:RDF>`;
    expect((await converted('rss', rdf, { locale: 'az' })).lines).toMatchObject([
      { externalId: 'https://a.az/2', publishedAt: '2022-11-18', categories: ['Elm'] },
    ]);
  });

  it('names items without an id or a date that says its zone', async () => {
    const { lines, said } = await converted(
      'rss',
      rss(
        '<item><title>a</title><guid>1</guid><pubDate>18.11.2022</pubDate></item><item><pubDate>Fri, 18 Nov 2022 10:30:00 GMT</pubDate></item>',
      ),
    );
    expect(lines).toEqual([]);
    expect(said).toMatch(/^1: left out: it has no date/m);
    expect(said).toMatch(/^item 2: left out: it has neither/m);
  });

  it('is read in its encoding', async () => {
    const text = rss(
      '<item><title>Привет</title><guid>1</guid><pubDate>Fri, 18 Nov 2022 10:30:00 GMT</pubDate></item>',
    );
    const cyrillic = (sign: string) =>
      /[а-я]/.test(sign) ? sign.charCodeAt(0) - 0x350 : sign === 'П' ? 0xcf : sign.charCodeAt(0);
    const bytes = Buffer.from([...text.replace('?>', ' encoding="windows-1251"?>')].map(cyrillic));
    expect((await converted('rss', bytes)).lines).toMatchObject([{ translations: { az: { title: 'Привет' } } }]);
  });

  it('expands no entity that it declares, holds one item at a time, and skips one that is too large', async () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const item = (guid: string, title: string) =>
      `<item><title>${title}</title><guid>${guid}</guid><pubDate>Fri, 18 Nov 2022 10:30:00 GMT</pubDate></item>`;
    const text = rss(item('1', '&a;&f;') + item('2', 'a'.repeat(4_000_001)) + item('3', 'c')).replace(
      '?>',
      `?>${bomb}`,
    );
    const { lines, said } = await converted('rss', text);
    expect(lines).toMatchObject([{ translations: { az: { title: '&a;&f;' } } }, { externalId: '3' }]);
    expect(said).toContain('item 2: left out: it is larger');
  });

  it('is refused where it has no items, and overwrites no file', async () => {
    await expect(converted('rss', '<html></html>')).rejects.toThrow(/is no feed/);
    const path = join(folder, 'there.xml');
    for (const file of [path, join(folder, 'there.jsonl')]) writeFileSync(file, 'x');
    await expect(convert({ from: 'rss', path, out: undefined, locale: undefined, types: [] })).rejects.toThrow(
      /there already/,
    );
    expect(readFileSync(join(folder, 'there.jsonl'), 'utf8')).toBe('x');
  });
});

describe('an export that cannot be read to its end', () => {
  it.each([
    ['an item', '<rss><channel><item><guid>1</guid></item><item><guid>2</guid><description>Half of it'],
    ['the list of items', '<rss><channel><item><guid>1</guid></item><item><guid>2</guid></item>\n'],
  ])('is refused where it is cut off in %s, and leaves no archive', async (_, text) => {
    await expect(converted('rss', text)).rejects.toThrow(/cut off in or behind item 2/);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${count}.jsonl`))).toEqual([]);
    await expect(
      converted('wordpress', text.replace('<item>', '<wp:wxr_version>1.2</wp:wxr_version><item>')),
    ).rejects.toThrow(/cut off/);
  });

  it('says so where its encoding is not known', async () => {
    const text = '<?xml version="1.0" encoding="klingon"?><rss><channel/></rss>';
    await expect(converted('rss', text)).rejects.toThrow(/encoding klingon, which is not known/);
  });
});
