import type { PublicationView } from '@govmedia-hub/contracts';

/** The mini-program shows only what is published. */
export const usePreview = (_on: boolean): PublicationView | null => null;
