/** Life events (一件事) with the number of guides, the fullest first; equal ones keep the order of the list. */
export function byLifeEvent(guides: readonly { lifeEvent: string }[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const guide of guides) if (guide.lifeEvent) counts.set(guide.lifeEvent, (counts.get(guide.lifeEvent) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
