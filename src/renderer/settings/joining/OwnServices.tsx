import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import type { OwnService } from '#meeting-links';
import type { Problem } from '#base';
import { useApi, useAppStore } from '../../kit/AppContext.tsx';
import { useFocusAfterRemoval } from '../../kit/useFocusAfterRemoval.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { texts } from '../texts.ts';

const EMPTY: OwnService = { name: '', host: '', path: '/{room}', app: 'none' };

/** Id of the words that say why a service was refused. */
const PROBLEM_ID = 'own-service-problem';

const FIELDS = [
  { part: 'name', label: texts.serviceName, placeholder: texts.serviceNameExample },
  { part: 'host', label: texts.serviceHost, placeholder: 'meet.example.org' },
  { part: 'path', label: texts.servicePath, placeholder: '/{room}' },
] as const;

function AddService({ onDone }: { readonly onDone: () => void }) {
  const api = useApi();
  const [service, setService] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const add = async (): Promise<void> => {
    const outcome = await api.invoke('services:add', service);
    if (outcome.ok) onDone();
    else setProblem(outcome.problem);
  };
  return (
    <Form
      className="own-service-form"
      aria-label={texts.addService}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="own-service-fields">
        {FIELDS.map(({ part, label, placeholder }) => (
          <TextField
            key={part}
            value={service[part]}
            {...(problem !== null && { 'aria-describedby': PROBLEM_ID })}
            onChange={(value) => setService({ ...service, [part]: value })}
          >
            <Label className="field-label">{label}</Label>
            <Input
              ref={part === 'name' ? first : undefined}
              className="input"
              placeholder={placeholder}
              maxLength={200}
              spellCheck="false"
            />
          </TextField>
        ))}
      </div>
      <div className="own-service-app">
        <Switch
          aria-label={texts.isJitsi}
          isSelected={service.app === 'jitsi-meet'}
          onChange={(isJitsi) => setService({ ...service, app: isJitsi ? 'jitsi-meet' : 'none' })}
        />
        <span aria-hidden>{texts.isJitsi}</span>
      </div>
      <div id={PROBLEM_ID} aria-live="polite">
        {problem !== null && <ProblemBox problem={problem} />}
      </div>
      <div className="own-service-buttons">
        <Button type="submit" look="primary">
          {texts.add}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </Form>
  );
}

/** Meeting services that the user added: their links are recognised everywhere. */
export function OwnServices() {
  const api = useApi();
  const store = useAppStore();
  const { settings } = useSettings();
  const remove = async (service: OwnService): Promise<void> => {
    const answer = await api.invoke('services:remove', service.host, service.path);
    const { problemReported, undoOffered } = store.getState();
    if (!answer.ok) return problemReported(answer.problem);
    undoOffered({
      ...texts.serviceRemoved(service.name),
      takeBack: () => api.invoke('services:add', service),
    });
  };
  /** Null before the first use. */
  const [isAdding, setAdding] = useState<boolean | null>(null);
  const begin = useFocusAfterRemoval<HTMLButtonElement>(settings.ownServices.length);
  // The button is absent while the form is open.
  useEffect(() => {
    if (isAdding === false) begin.current?.focus();
  }, [begin, isAdding]);
  return (
    <section className="own-services" aria-label={texts.ownServices}>
      <div className="setting">
        <div className="setting-text">
          <p className="setting-label">{texts.ownServices}</p>
          <p className="quiet">{texts.ownServicesHint}</p>
        </div>
        {isAdding !== true && (
          <div className="setting-control">
            <Button ref={begin} onPress={() => setAdding(true)}>
              <Plus aria-hidden size={16} />
              {texts.addService}
            </Button>
          </div>
        )}
      </div>
      {settings.ownServices.length > 0 && (
        <ul className="own-service-list">
          {settings.ownServices.map((service) => (
            <li key={`${service.host}${service.path}`}>
              <span>
                <strong>{service.name}</strong>{' '}
                <span className="quiet">
                  {service.host}
                  {service.path}
                </span>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={texts.remove(service.name)}
                onPress={() => void remove(service)}
              >
                <Trash2 aria-hidden size={16} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isAdding === true && <AddService onDone={() => setAdding(false)} />}
    </section>
  );
}
