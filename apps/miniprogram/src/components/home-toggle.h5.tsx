/** The header of the site has the switch on every page. */
export function HomeToggle() {
  return null;
}
