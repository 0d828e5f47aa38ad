/** The library ships this file without types; @Type() information of nested classes lives in it. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: unknown;
}
