/** The mini-program has no address to tidy; see tidy-address.h5.ts. */
export {};
