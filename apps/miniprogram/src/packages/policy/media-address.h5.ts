export const mediaAddress = (path: string): string | null => path;
