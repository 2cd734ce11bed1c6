/**
 * HTML of another program without what a browser would act on or report: styles, scripts and handlers of events; and
 * without comments and what stands in its head. The styles of elements stay as `data-style`. What is not closed reaches
 * to the end, as a browser reads it too.
 */
export const inertHtml = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)|<!\[[^>]*>?/g, '')
    .replace(/<(style|script|title|xml)\b[\s\S]*?(?:<\/\1\b[^>]*>?|$)/gi, '')
    .replace(/^[\s\S]*?<\/head\b[^>]*>?/i, '')
    .replace(/<(?:link|meta|base)\b[^>]*>?/gi, '')
    .replace(/<\/?(?:o|w|m|v|st1):[^>]*>?/gi, '')
    .replace(/<[a-z][^>]*>?/gi, (tag) => tag.replace(/(\s)(style|on\w+)(?=\s*=)/gi, '$1data-$2'));
