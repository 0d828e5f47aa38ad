/** What is said of a text as a whole, and in which words when only parts of it were looked at. */
const OF_THE_WHOLE: Record<string, string> = { 'policy.no-source': '没有绑定政策原文，文中的数字、日期未能核对' };

/** Parts are screened by themselves, so what concerns the whole text is found in several of them: it is said once, at the first. */
export function oneHint<T extends { rule: string; message: string }>(findings: readonly T[]): T[] {
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    const message = OF_THE_WHOLE[finding.rule];
    if (message === undefined) return [finding];
    if (said.has(finding.rule)) return [];
    said.add(finding.rule);
    return [{ ...finding, message }];
  });
}
