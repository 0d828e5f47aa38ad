import { Press } from '../elements/elements.js';

/** Prints the page, or saves it as PDF, with the browser's own dialogue. */
export function PrintButton() {
  return <Press className="link print-button" onPress={() => window.print()}>打印或存为 PDF</Press>;
}
