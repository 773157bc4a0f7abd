/** The beginnings of lines that notes read back: see decisions.ts and actionItems.ts. */
export const MARKED_LINES = { decision: '- **Decision:** ', action: '- [ ] ' } as const;
export type LineMark = keyof typeof MARKED_LINES;
