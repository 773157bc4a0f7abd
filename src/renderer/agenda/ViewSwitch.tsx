import { useApp } from '../kit/AppContext.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { texts } from './grid/texts.ts';

/** List, day or week. */
export function ViewSwitch() {
  const view = useApp((state) => state.agendaView);
  const show = useApp((state) => state.agendaViewShown);
  return (
    <SegmentedChoice
      label={texts.viewLabel}
      value={view}
      options={(['list', 'day', 'week'] as const).map((value) => ({ value, label: texts.views[value] }))}
      onChange={show}
      isNavigation
    />
  );
}
