// Texts that come in from outside: dropped anywhere, pasted anywhere outside a field, chosen as files.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type GangmuError, toGangmuError } from '../engine/error.js';
import { nameOf, readFile } from './files.js';

/** What comes in: a name (none for a pasted text) and the text. */
export type Take = (text: string, name: string | null) => void;

/** A file that could not be read. */
export interface FileError {
  name: string;
  error: GangmuError;
}

/** Listens on the window while its host is there. */
export class Intake implements ReactiveController {
  /** Something is being held over the page. */
  dropping = false;
  /** Files that could not be read, each with its reason. */
  errors: FileError[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #take: Take;

  constructor(host: ReactiveControllerHost, take: Take) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.#onDragOver);
    addEventListener('dragleave', this.#onDragLeave);
    addEventListener('drop', this.#onDrop);
    addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#onDragOver);
    removeEventListener('dragleave', this.#onDragLeave);
    removeEventListener('drop', this.#onDrop);
    removeEventListener('paste', this.#onPaste);
  }

  /** Opens every file that can be read; the others are named, each with its error. */
  async openFiles(files: readonly File[]): Promise<void> {
    this.errors = [];
    this.#host.requestUpdate();
    for (const file of files) {
      try {
        this.#take(await readFile(file), nameOf(file));
      } catch (thrown) {
        this.errors = [...this.errors, { name: file.name, error: toGangmuError(thrown, 'file-unreadable') }];
        this.#host.requestUpdate();
      }
    }
  }

  /** The errors were seen. */
  dismiss(): void {
    this.errors = [];
    this.#host.requestUpdate();
  }

  #receive(data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    const text = data?.getData('text/plain') ?? '';
    if (files.length > 0) void this.openFiles(files);
    else if (text.trim() !== '') this.#take(text, null);
  }

  #setDropping(dropping: boolean): void {
    if (this.dropping === dropping) return;
    this.dropping = dropping;
    this.#host.requestUpdate();
  }

  readonly #onDragOver = (event: DragEvent): void => {
    // A field takes dropped words itself; files never belong into one.
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && (!types.includes('text/plain') || isField(event))) return;
    event.preventDefault();
    this.#setDropping(true);
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#setDropping(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#setDropping(false);
    if (isField(event) && (event.dataTransfer?.files.length ?? 0) === 0) return;
    event.preventDefault();
    this.#receive(event.dataTransfer);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (!isField(event)) this.#receive(event.clipboardData);
  };
}

/** Whether something is typed or chosen where the event began. */
export function isField(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type));
}
