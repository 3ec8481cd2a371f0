// The frame: a widget that takes its text from the page around it, and tells it what it finds. It listens to one origin,
// the one its address names, and to no other window than its parent.
import '../widget/index.js';
import { messageOf, settingsOf, type ToHost, VERSION } from './protocol.js';

const { origin, text, attributes } = settingsOf(location.hash);

function tell(message: ToHost): void {
  if (origin !== null && window.parent !== window) window.parent.postMessage({ gangmu: VERSION, ...message }, origin);
}

/** The widget, put in place with its first text. */
function show(first: string): HTMLElementTagNameMap['gangmu-analyzer'] {
  const widget = document.createElement('gangmu-analyzer');
  for (const [name, value] of attributes) widget.setAttribute(name, value);
  widget.text = first;
  widget.addEventListener('gangmu-report', (event) => tell({ type: 'report', report: event.detail }));
  widget.addEventListener('gangmu-select', (event) => tell({ type: 'select', selection: event.detail }));
  widget.addEventListener('gangmu-error', ({ detail }) => tell({ type: 'error', code: detail.code, message: detail.message }));
  document.body.append(widget);
  return widget;
}

const hasSource = text !== '' || attributes.some(([name]) => name === 'src');
let widget = hasSource ? show(text) : undefined;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (origin === null || event.origin !== origin || event.source !== window.parent) return;
  const message = messageOf(event.data);
  if (message?.type === 'set-text') {
    if (widget === undefined) widget = show(message.text);
    else widget.text = message.text;
  } else if (message?.type === 'select') {
    widget?.selectNode(message.node);
  }
});

new ResizeObserver(() => tell({ type: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
tell({ type: 'ready' });
