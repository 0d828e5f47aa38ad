/** The mini-program cannot print. */
export function PrintButton() {
  return null;
}
