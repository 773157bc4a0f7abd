import { withFirstLead } from '#core/reminders/reminderRules.ts';
import { openWords } from '../agenda/openMeetings.ts';
import { useAskedMeetings, WeekQuestions } from '../agenda/WeekQuestions.tsx';
import { texts as agendaTexts } from '../agenda/texts.ts';
import { useSettings } from '../kit/useSettings.ts';
import { Choice } from '../kit/widgets/Choice.tsx';
import { leadChoices, leadWords } from '../reminders/leads.ts';
import { StartWithComputer, type StartOffer } from './StartWithComputer.tsx';
import { texts } from './texts.ts';

/** Asks for the unknown weeks, and for confirmation, of the meetings that were just followed. */
function AnswerWeeks() {
  const meetings = useAskedMeetings();
  const count = meetings.filter(({ isOpen }) => isOpen).length;
  const stated = meetings.filter(({ isUnconfirmed }) => isUnconfirmed).length;
  if (meetings.length === 0) return null;
  return (
    <section className="welcome-pane welcome-weeks" aria-label={texts.whichWeek}>
      <p className="welcome-weeks-text">
        {count > 0
          ? texts.openDates(openWords(count))
          : stated > 0
            ? agendaTexts.areUnconfirmed(stated)
            : texts.allDatesKnown}
      </p>
      <WeekQuestions meetings={meetings} />
    </section>
  );
}

/** The last step: which weeks, when to remind, and whether to start with the computer. */
export function ChooseReminders({ offer }: { readonly offer: StartOffer }) {
  const { settings, change } = useSettings();
  const first = settings.reminders.leads[0]?.minutes ?? 0;
  return (
    <div className="welcome-last">
      <AnswerWeeks />
      <section className="welcome-pane welcome-reminders" aria-label={texts.reminders}>
        <div className="welcome-line">
          <p>{texts.whenToRemind}</p>
          <Choice
            label={texts.remindMe}
            value={first}
            options={leadChoices(first).map((minutes) => ({
              id: minutes,
              label: leadWords(minutes),
            }))}
            onChange={(minutes) => change({ reminders: withFirstLead(settings.reminders, minutes) })}
          />
        </div>
        <div className="welcome-line">
          <StartWithComputer offer={offer} />
        </div>
        <p className="quiet">{texts.trayHint}</p>
      </section>
    </div>
  );
}
