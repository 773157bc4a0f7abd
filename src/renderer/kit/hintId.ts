import { createContext } from 'react';

/** Id of the hint of the setting around a control, which describes it; undefined without a hint. */
export const HintId = createContext<string | undefined>(undefined);
