/** The authority's own site opens beside ours; other schemes than http(s) are shown and not linked. */
export function CopyAddress({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span>{url}</span>;
  return (
    <a className="link is-inline online-url" href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </a>
  );
}
