import { describe, expect, it } from 'vitest';
import { clip, type Scene, wrap } from '../src/charts/scene.js';
import { arrowHead, toSvg } from '../src/charts/svg.js';
import type { Palette } from '../src/charts/types.js';
import { toCsv, toTsv } from '../src/model/csv.js';
import { fileStem, fit } from '../src/model/file-name.js';
import { escape } from '../src/model/markup.js';
import { type DataTable, shown, toObjects } from '../src/model/table.js';
import { report } from './report.js';

const PALETTE: Palette = { paper: '#fff', ink: '#000', soft: '#666', hair: '#ddd', accent: '#b00', tint: '#fee', blue: '#00b', good: '#070', mark: '#fd9', font: '"Song", serif' };

const table = (...cells: (string | number | null)[]): DataTable => ({
  title: '表', columns: cells.map((_, i) => ({ key: `c${i}`, label: `列${i}` })), rows: [{ key: -1, cells }],
});

describe('csv', () => {
  it('begins with a byte order mark, ends lines with CR LF and quotes', () => {
    expect(toCsv(table('甲,乙', '他说“好”', 'a"b', 1.5, null))).toBe('\uFEFF列0,列1,列2,列3,列4\r\n"甲,乙",他说“好”,"a""b",1.5,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＋1', '－1', '＠1', '\r=1', '\n=1'])('makes %j no formula', (text) => {
    expect(toCsv(table(text)).split('\r\n').slice(1).join('\r\n')).toContain(`'${text}`);
    expect(toTsv(table(text)).split('\n')[1]).toMatch(/^'/);
  });

  it('leaves numbers below zero alone, and dashes of the text inside', () => {
    expect(toCsv(table(-3, '一是——二是'))).toContain('\r\n-3,一是——二是\r\n');
  });

  it('keeps cells of the clipboard in their places', () => {
    expect(toTsv(table('a\tb\nc', 2))).toBe('列0\t列1\na b c\t2');
  });
});

describe('tables', () => {
  it('become objects under stable keys', () => {
    expect(toObjects(table('甲', null))).toEqual([{ c0: '甲', c1: null }]);
  });
  it('show figures with their digits and gaps as dashes', () => {
    expect(shown(0.5, { key: 'a', label: '', digits: 2 })).toBe('0.50');
    expect(shown(12345, { key: 'a', label: '' })).toBe('12,345');
    expect(shown(null, { key: 'a', label: '' })).toBe('–');
  });
});

describe('file names', () => {
  it.each([
    ['在全县会议上的讲话', '在全县会议上的讲话'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['\u202e反的\u2066名\u200b', '反的 名'],
    ['CON', 'CON_'],
    [' . ', '纲目'],
    ['𠀀'.repeat(100), '𠀀'.repeat(60)],
  ])('%j becomes %j', (wished, name) => expect(fit(wished)).toBe(name));

  it('come from the title, else from how the text begins', () => {
    const text = '关于<b>的\n通知\n正文';
    const documents = [{ span: [0, 12] as [number, number], title: [0, 9] as [number, number], parent: null }];
    expect(fileStem({ text, tokens: null, report: report({ documents }) })).toBe('关于 b 的通知');
    expect(fileStem({ text, tokens: null, report: report({ blocks: [{ kind: 'paragraph', span: [10, 12], document: 0 }] }) })).toBe('正文');
    expect(fileStem({ text, tokens: null, report: report() })).toBe('纲目');
  });
});

describe('scenes', () => {
  const scene: Scene = {
    width: 10, height: 10,
    shapes: [
      { kind: 'box', x: 0, y: 0, width: 12, height: 6, fill: '#00b', pattern: 'lines', over: '#fff', title: '</title><script>alert(1)</script>' },
      { kind: 'label', x: 0, y: 9, lines: ['<img onerror="1">', '\u0000\ud800'], size: 9, fill: '#000' },
      { kind: 'stroke', d: 'M0 0L10 0', stroke: '#000', width: 1, arrow: true },
    ],
  };

  it('are saved as markup in which every string is text', () => {
    const svg = toSvg(scene, PALETTE);
    expect(svg).not.toMatch(/<script|<img/);
    expect(svg).toContain('&lt;img onerror=&quot;1&quot;&gt;');
    expect(svg).toContain('font-family="&quot;Song&quot;, serif"');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('\ufffd\ufffd');
  });

  it('escape what XML reserves', () => expect(escape(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;'));

  it('draw arrow heads along the last direction', () => expect(arrowHead('M0 0L10 0')).toMatch(/^M10 0L3\.7 /));

  it('clip to a width, and to nothing where two characters have no room', () => {
    expect([clip('一二三', 10, 30), clip('一二三四', 10, 35), clip('一二三四', 10, 15)]).toEqual(['一二三', '一二…', '']);
  });

  it('wrap, never beginning a line with a closing mark, never cutting a character in two', () => {
    expect(wrap('一二三四五六七八', 10, 30, 5)).toEqual(['一二三', '四五六', '七八']);
    expect(wrap('一二三，四五', 10, 30, 5)).toEqual(['一二三，', '四五']);
    expect(wrap('𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇', 10, 30, 2)).toEqual(['𠀀𠀁𠀂', '𠀃𠀄…']);
  });
});
