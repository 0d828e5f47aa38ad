/** Sized before it is loaded, so that the text below does not jump. */
export function Picture({ address, alt, width, height }: { address: string; alt: string; width: number | null; height: number | null }) {
  return <img className="picture" src={address} alt={alt} width={width ?? undefined} height={height ?? undefined} loading="lazy" />;
}
