/** How characters are read. A port: the caller brings a dictionary of readings. */
export interface Pronunciation {
  /** One syllable without tone for every character of the text; what is not Chinese stays as it is. */
  syllables(text: string): string[];
}
