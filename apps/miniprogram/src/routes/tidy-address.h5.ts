import { readLink, toAddress } from './paths.js';

/** Before the router starts, the short form /policy/ID becomes /policy?id=ID, which the router knows. */
const { pathname, search, hash } = window.location;
const place = readLink(pathname + search + hash);
if (place && place.path !== pathname) window.history.replaceState(null, '', toAddress(place));
// Positions are restored by components/scroll-memory; the browser's own attempt comes before the page has its height.
window.history.scrollRestoration = 'manual';

export {};
