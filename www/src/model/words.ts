// The user's lists, changed one word at a time; nothing else in them is touched.
import type { Words } from '../engine/analyzer.js';

/** Lines of a list that say something. */
export function linesOf(list: string | undefined): string[] {
  return (list ?? '').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** Keeps a word whole from now on; `freq` where its own does not suffice. */
export function join(words: Words, word: string, freq?: number): Words {
  const line = freq === undefined ? word : `${word} ${freq}`;
  return { ...words, user: put(drop(words.user, word, first), line), split: drop(words.split, word, whole) };
}

/** Counts a word in its parts from now on; one the user made himself only falls apart again. */
export function split(words: Words, parts: readonly string[]): Words {
  const word = parts.join('');
  if (isJoined(words, word)) return { ...words, user: drop(words.user, word, first) };
  return { ...words, split: put(drop(words.split, word, whole), parts.join(' ')) };
}

/** Counts a word among the grammatical ones, or no longer. */
export function stop(words: Words, word: string, on: boolean): Words {
  const list = drop(words.stop, word, whole);
  return { ...words, stop: on ? put(list, word) : list };
}

/** Whether the user made this word. */
export function isJoined(words: Words, word: string): boolean {
  return linesOf(words.user).some((line) => first(line) === word);
}

/** Whether the user's stop list has it. */
export function isStopped(words: Words, word: string): boolean {
  return linesOf(words.stop).includes(word);
}

/** What is marked, as a word: without white space; null where it cannot be one. */
export function asWord(marked: string): string | null {
  const word = marked.replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad]+/gu, '');
  // What words can be made of, see `parse_user_words`; more than this is a sentence.
  return /^[\p{Script=Han}a-zA-Z0-9+#&._%-]{2,24}$/u.test(word) ? word : null;
}

/** Whether there is nothing in any list. */
export function isEmpty(words: Words): boolean {
  return [words.user, words.split, words.stop].every((list) => linesOf(list).length === 0) && words.stopAlone !== true;
}

function first(line: string): string {
  return line.split(/\s+/, 1)[0] ?? '';
}

function whole(line: string): string {
  return line.replace(/\s+/g, '');
}

function put(list: string, line: string): string {
  return list === '' || list.endsWith('\n') ? `${list}${line}\n` : `${list}\n${line}\n`;
}

/** Without the lines that are about the word. */
function drop(list: string | undefined, word: string, about: (line: string) => string): string {
  return (list ?? '').split('\n').filter((line) => line.trim().startsWith('#') || about(line.trim()) !== word).join('\n');
}
