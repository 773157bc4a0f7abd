import type { SummaryForm } from '#core/summary/meetingSummary.ts';

/** What the dialog that shares a summary says. */
export const shareTexts = {
  title: 'Share summary',
  form: 'Write it for',
  forms: {
    mail: 'Mail',
    slack: 'Slack',
    markdown: 'Markdown',
    rich: 'Document',
    minutes: 'Minutes',
  } satisfies Record<SummaryForm, string>,
  hints: {
    mail: 'Plain text for a mail.',
    slack: 'With Slack’s marks: paste it, and Slack asks whether to format it.',
    markdown: 'For Zulip, Matrix, Mattermost, GitHub and HackMD.',
    rich: 'Rich text for Google Docs, Word and mails with formatting.',
    minutes: 'The whole note as a section of the community’s file of minutes, for a pull request.',
  } satisfies Record<SummaryForm, string>,
  preview: 'Preview',
  nothing: 'No decisions and no action items are marked in this note yet.',
  copy: 'Copy',
  copied: 'Copied',
  addToFile: 'Add to a file',
  addedTo: (file: string) => `Added on top of ${file}`,
} as const;
