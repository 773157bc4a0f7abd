import { later } from '../kit/later.tsx';

/** The details of a meeting, which bring what shows its description and its rule in words. */
export const laterDetails = later(async () => (await import('./Details.tsx')).Details);
