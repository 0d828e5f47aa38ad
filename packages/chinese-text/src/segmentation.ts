/** Cuts Chinese text into words. A port: the caller brings a dictionary-based one. */
export interface Segmenter {
  words(text: string): string[];
}
