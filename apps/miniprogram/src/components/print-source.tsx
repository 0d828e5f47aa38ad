/** Only paper needs to say where it came from. */
export function PrintSource(_props: { digest: string }) {
  return null;
}
