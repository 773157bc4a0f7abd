import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAccountsSlice, type AccountsSlice } from './accountsSlice.ts';
import { createAgendaSlice, type AgendaSlice } from './agendaSlice.ts';
import { createAnswersSlice, type AnswersSlice } from './answersSlice.ts';
import { createAppSlice, type AppSlice } from './appSlice.ts';
import { createChangesSlice, type ChangesSlice } from './changesSlice.ts';
import { createCommunitiesSlice, type CommunitiesSlice } from './communitiesSlice.ts';
import { createFeedsSlice, type FeedsSlice } from './feedsSlice.ts';
import { createMissedSlice, type MissedSlice } from './missedSlice.ts';
import { createJoinSlice, type JoinSlice } from './joinSlice.ts';
import { createNetworkSlice, type NetworkSlice } from './networkSlice.ts';
import { createNotesSlice, type NotesSlice } from './notesSlice.ts';
import { createPagesSlice, type PagesSlice } from './pagesSlice.ts';
import { createQuestionSlice, type QuestionSlice } from './questionSlice.ts';
import { createRepliesSlice, type RepliesSlice } from './repliesSlice.ts';
import { createSettingsSlice, type SettingsSlice } from './settingsSlice.ts';
import { createUndoSlice, type UndoSlice } from './undoSlice.ts';
import { createViewSlice, type ViewSlice } from './viewSlice.ts';

/** The window's state: facts only. Components derive the rest. */
export type AppState = AppSlice &
  AccountsSlice &
  AgendaSlice &
  AnswersSlice &
  CommunitiesSlice &
  FeedsSlice &
  ChangesSlice &
  MissedSlice &
  JoinSlice &
  NetworkSlice &
  NotesSlice &
  PagesSlice &
  QuestionSlice &
  RepliesSlice &
  SettingsSlice &
  UndoSlice &
  ViewSlice;

export type AppStore = StoreApi<AppState>;

/** An empty store; nothing is connected to it yet. */
export const createAppStore = (): AppStore =>
  createStore<AppState>()((...tools) => ({
    ...createAppSlice(...tools),
    ...createAccountsSlice(...tools),
    ...createAgendaSlice(...tools),
    ...createAnswersSlice(...tools),
    ...createCommunitiesSlice(...tools),
    ...createFeedsSlice(...tools),
    ...createChangesSlice(...tools),
    ...createMissedSlice(...tools),
    ...createJoinSlice(...tools),
    ...createNetworkSlice(...tools),
    ...createNotesSlice(...tools),
    ...createPagesSlice(...tools),
    ...createQuestionSlice(...tools),
    ...createRepliesSlice(...tools),
    ...createSettingsSlice(...tools),
    ...createUndoSlice(...tools),
    ...createViewSlice(...tools),
  }));
