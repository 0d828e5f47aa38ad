/** A browser reaches the hub itself. */
export const throughCloudFunction = null;
