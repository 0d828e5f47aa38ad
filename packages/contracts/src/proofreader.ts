/** What the proofreader knows of the office's own published library. */
export interface ProofreaderView {
  state: 'not_learnt' | 'learning' | 'learnt';
  /** Names weights and model; part of the version that verdicts name. Null before it has learnt. */
  version: string | null;
  /** SHA-256 of the model file. */
  digest: string | null;
  learntAt: string | null;
  /** Read while learning. */
  characters: number;
  documents: number;
  publications: number;
  /** Characters that the library must hold before anything is learnt from it. */
  leastCharacters: number;
  /** Why the last attempt taught nothing, in plain words. */
  problem: string | null;
}
