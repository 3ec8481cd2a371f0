// Texts kept on this device between visits, in IndexedDB, only once the user has said so.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { GangmuError } from '../engine/error.js';

/** What is kept of a document. */
export interface Kept {
  key: string;
  name: string;
  text: string;
  edited: boolean;
  /** Its place among the tabs. */
  order: number;
}

interface Schema extends DBSchema {
  documents: { key: string; value: Kept };
}

const NAME = 'gangmu';

/** The texts kept, each written when it is new or changed. */
export class Keeper {
  #database: Promise<IDBPDatabase<Schema>> | undefined;
  /** What is on the disk, as far as this window knows. */
  readonly #written = new Map<string, string>();
  #last: Promise<void> = Promise.resolve();

  /** Everything kept, in the order of the tabs. Rejects with `storage-failed`. */
  load(): Promise<Kept[]> {
    return this.#do(async (database) => {
      const kept = await database.getAll('documents');
      for (const document of kept) this.#written.set(document.key, fingerprint(document));
      return kept.sort((a, b) => a.order - b.order);
    });
  }

  /** Makes what is kept equal to what is open. One after another: a later call never overtakes. */
  save(documents: readonly Kept[]): Promise<void> {
    const changed = documents.filter((d) => this.#written.get(d.key) !== fingerprint(d));
    const open = new Set(documents.map(({ key }) => key));
    const gone = [...this.#written.keys()].filter((key) => !open.has(key));
    if (changed.length === 0 && gone.length === 0) return this.#last;
    for (const document of changed) this.#written.set(document.key, fingerprint(document));
    for (const key of gone) this.#written.delete(key);
    this.#last = this.#last.catch(() => undefined).then(() =>
      this.#do(async (database) => {
        const transaction = database.transaction('documents', 'readwrite');
        const { store } = transaction;
        const requests = [...changed.map((document) => store.put(document)), ...gone.map((key) => store.delete(key))];
        // Said at once: a window that is being closed has no time to wait for the answers.
        transaction.commit();
        await Promise.all([...requests, transaction.done]);
      }),
    );
    return this.#last;
  }

  /** Leaves nothing on the disk. */
  clear(): Promise<void> {
    this.#written.clear();
    this.#last = this.#last.catch(() => undefined).then(() => this.#do((database) => database.clear('documents')));
    return this.#last;
  }

  async #do<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      this.#database ??= openDB<Schema>(NAME, 1, {
        upgrade: (database) => void database.createObjectStore('documents', { keyPath: 'key' }),
      });
      return await work(await this.#database);
    } catch (thrown) {
      this.#database = undefined;
      this.#written.clear();
      throw new GangmuError('storage-failed', String(thrown), { cause: thrown });
    }
  }
}

/** Tells two states of a document apart; strings of one text are equal in no time. */
function fingerprint({ name, text, order, edited }: Kept): string {
  return `${order} ${String(edited)} ${name}\n${text}`;
}
