import { compareVersions, type ComparedSection, type ComparisonRow } from '@govmedia-hub/official-documents';

/** Runs in a worker thread: a code of a thousand articles takes a while to lay beside its former text. */
export async function run({ before, after }: { before: ComparedSection[]; after: ComparedSection[] }): Promise<ComparisonRow[]> {
  return compareVersions(before, after);
}
