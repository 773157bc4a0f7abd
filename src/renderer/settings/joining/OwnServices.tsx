import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import type { OwnService } from '#meeting-links';
import type { Problem } from '#base';
import { useApi } from '../../kit/AppContext.tsx';
import { useFocusAfterRemoval } from '../../kit/useFocusBack.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { useSettings } from '../../kit/useSettings.ts';

const EMPTY: OwnService = { name: '', host: '', path: '/{room}', app: 'none' };

const FIELDS = [
  { part: 'name', label: 'Name', placeholder: 'Our Jitsi' },
  { part: 'host', label: 'Host', placeholder: 'meet.example.org' },
  { part: 'path', label: 'Path, with {room}', placeholder: '/{room}' },
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
      aria-label="Add a service"
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
          aria-label="It is a Jitsi server: its rooms may open in the Jitsi Meet app"
          isSelected={service.app === 'jitsi-meet'}
          onChange={(isJitsi) => setService({ ...service, app: isJitsi ? 'jitsi-meet' : 'none' })}
        />
        <span aria-hidden>It is a Jitsi server: its rooms may open in the Jitsi Meet app</span>
      </div>
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      <div className="own-service-buttons">
        <Button type="submit" look="primary">
          Add
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

/** Meeting services that the user added, so that their links are recognised everywhere. */
export function OwnServices() {
  const api = useApi();
  const { settings } = useSettings();
  /** null until somebody has begun. */
  const [isAdding, setAdding] = useState<boolean | null>(null);
  const begin = useFocusAfterRemoval<HTMLButtonElement>(settings.ownServices.length);
  // It was not there while somebody was adding.
  useEffect(() => {
    if (isAdding === false) begin.current?.focus();
  }, [begin, isAdding]);
  return (
    <section className="own-services" aria-label="Services of your own">
      <div className="setting">
        <div className="setting-text">
          <p className="setting-label">Services of your own</p>
          <p className="quiet">
            Servers whose links should count as rooms, such as a Jitsi of your employer. About a hundred
            public services are known already.
          </p>
        </div>
        {isAdding !== true && (
          <div className="setting-control">
            <Button ref={begin} onPress={() => setAdding(true)}>
              <Plus aria-hidden size={16} />
              Add a service
            </Button>
          </div>
        )}
      </div>
      {settings.ownServices.length > 0 && (
        <ul className="own-service-list">
          {settings.ownServices.map(({ name, host, path }) => (
            <li key={`${host}${path}`}>
              <span>
                <strong>{name}</strong>{' '}
                <span className="quiet">
                  {host}
                  {path}
                </span>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={`Remove ${name}`}
                onPress={() => api.invokeAndReport('services:remove', host, path)}
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
