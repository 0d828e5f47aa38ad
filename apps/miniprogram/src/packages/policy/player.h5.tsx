export function Player({ kind, address, title }: { kind: 'audio' | 'video'; address: string; title: string }) {
  return kind === 'video' ? <video className="player" src={address} controls preload="metadata" aria-label={title} /> : <audio className="player" src={address} controls preload="metadata" aria-label={title} />;
}
