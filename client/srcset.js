export const srcset = ({ renditions = [] }, type = 'image/jpeg') =>
  renditions
    .filter((rendition) => rendition.type === type)
    .sort((a, b) => a.width - b.width)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ');
