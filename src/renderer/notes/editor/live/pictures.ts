import { WidgetType, type EditorView } from '@codemirror/view';

/** Where pictures of notes come from. */
export interface Pictures {
  /** The picture as a `data:` address; null if there is none, or it lies on the web: those are never fetched. */
  readonly load: (src: string) => Promise<string | null>;
  /** Names a picture that is not shown. */
  readonly nameOf: (alt: string, src: string) => string;
}

interface Picture {
  readonly src: string;
  readonly alt: string;
}

/** A picture of the notes folder; one of the web is a link. */
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
    if (/^https?:/i.test(src)) {
      name.classList.add('cm-link');
      name.dataset['url'] = src;
      name.title = src;
      return frame;
    }
    void this.show(frame, view);
    return frame;
  }
  private async show(frame: HTMLElement, view: EditorView): Promise<void> {
    const address = await this.pictures.load(this.picture.src);
    if (address === null || !frame.isConnected) return;
    const image = document.createElement('img');
    image.alt = this.picture.alt;
    image.addEventListener('load', () => view.requestMeasure());
    image.src = address;
    frame.replaceChildren(image);
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

export const pictureWidget = (picture: Picture, pictures: Pictures): WidgetType =>
  new PictureWidget({ src: picture.src, alt: picture.alt }, pictures);
