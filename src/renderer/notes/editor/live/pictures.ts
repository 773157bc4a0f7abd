import { WidgetType, type EditorView } from '@codemirror/view';

/** A picture as a `data:` address, or why there is none. */
export type PictureFound = { readonly address: string } | { readonly failure: string };

/** Where pictures of notes come from. */
export interface Pictures {
  /** The picture as a `data:` address; null if there is none. Pictures of the web are there once they were fetched. */
  readonly load: (src: string) => Promise<string | null>;
  /** Fetches one picture of the web, because the user asked for it. */
  readonly fetch: (src: string) => Promise<PictureFound>;
  /** Whether a picture lies on the web and was not fetched, so that it is a link with a button. */
  readonly isLink: (src: string) => boolean;
  /** Names a picture that is not shown. */
  readonly nameOf: (alt: string, src: string) => string;
  /** What the button that fetches it says. */
  readonly showWords: (alt: string, src: string) => { readonly button: string; readonly label: string };
}

/** Whether the user may ask for a picture: only over a protected connection. */
export const mayFetch = (src: string): boolean => /^https:/i.test(src);

interface Picture {
  readonly src: string;
  readonly alt: string;
}

/** A picture of the notes folder; one of the web is a link, and shown when the user asks for it. */
class PictureWidget extends WidgetType {
  private readonly picture: Picture;
  private readonly pictures: Pictures;

  constructor(picture: Picture, pictures: Pictures) {
    super();
    this.picture = picture;
    this.pictures = pictures;
  }
  override eq(other: PictureWidget): boolean {
    return other.picture.src === this.picture.src && other.picture.alt === this.picture.alt;
  }
  override toDOM(view: EditorView): HTMLElement {
    const { src, alt } = this.picture;
    const frame = document.createElement('span');
    frame.className = 'cm-picture';
    const name = document.createElement('span');
    name.className = 'cm-picture-name';
    name.textContent = this.pictures.nameOf(alt, src);
    frame.append(name);
    if (this.pictures.isLink(src)) {
      name.classList.add('cm-link');
      name.dataset['url'] = src;
      name.title = src;
      if (mayFetch(src)) frame.append(...this.askFor(frame, view));
    } else void this.show(frame, view, this.pictures.load(src));
    return frame;
  }
  /** The button that fetches the picture, and the place of its failure. */
  private askFor(frame: HTMLElement, view: EditorView): HTMLElement[] {
    const { src, alt } = this.picture;
    const words = this.pictures.showWords(alt, src);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-picture-show';
    button.textContent = words.button;
    button.ariaLabel = words.label;
    const failure = document.createElement('span');
    failure.className = 'cm-picture-failure';
    failure.role = 'status';
    const fetchIt = async (): Promise<void> => {
      // Not `disabled`, which would lose the focus.
      if (button.ariaBusy === 'true') return;
      button.ariaBusy = 'true';
      failure.textContent = '';
      const found = await this.pictures.fetch(src);
      button.ariaBusy = 'false';
      if ('failure' in found) failure.textContent = found.failure;
      else await this.show(frame, view, Promise.resolve(found.address));
      view.requestMeasure();
    };
    button.addEventListener('click', () => void fetchIt());
    return [button, failure];
  }
  private async show(frame: HTMLElement, view: EditorView, loading: Promise<string | null>): Promise<void> {
    const address = await loading;
    if (address === null || !frame.isConnected) return;
    const image = document.createElement('img');
    image.alt = this.picture.alt;
    image.addEventListener('load', () => view.requestMeasure());
    image.src = address;
    frame.replaceChildren(image);
  }
  /** A click on the button does not move the cursor, which would show the Markdown instead. */
  override ignoreEvent({ target }: Event): boolean {
    return target instanceof Element && target.closest('.cm-picture-show') !== null;
  }
}

export const pictureWidget = (picture: Picture, pictures: Pictures): WidgetType =>
  new PictureWidget({ src: picture.src, alt: picture.alt }, pictures);
