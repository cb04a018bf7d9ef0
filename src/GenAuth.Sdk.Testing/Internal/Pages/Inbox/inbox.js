// The inbox: what the event stream tells, drawn at most once a frame. Texts of requests are only ever set as text.
const limit = 1000;
const find = id => document.getElementById(id);
const list = find('entries');
const clone = id => find(id).content.firstElementChild.cloneNode(true);
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const say = text => { find('announcement').textContent = text; };
const entries = new Map(); // By id, oldest first.
const live = new Set(); // Those with a countdown.
let [fresh, unheard, mustRebuild, frame, lastEventId] = [[], [], false, 0, ''];
let clock = { runs: true, offset: 0, now: 0 };

// What remains until a moment on the emulator's clock, which need not be that of this machine.
const until = moment => moment ? Date.parse(moment) - (clock.runs ? Date.now() + clock.offset : clock.now) : Infinity;

const countDown = (ms, seconds = Math.ceil(ms / 1000)) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

// "CHANNEL_RESET_PASSWORD" is "Reset password".
function nameChannel(channel) {
  const words = channel.replace(/^CHANNEL_/, '').replaceAll('_', ' ').toLowerCase().replace(/\bmfa\b/, 'MFA');
  return channel.startsWith('CHANNEL_') ? words.charAt(0).toUpperCase() + words.slice(1) : channel;
}

function call(path, options = {}) {
  const token = sessionStorage.getItem('genauth-token');
  return fetch(path, { ...options, cache: 'no-store', headers: { ...options.headers, ...(token && { Authorization: `Bearer ${token}` }) } });
}

function setTexts(element, texts) {
  for (const [selector, text] of Object.entries(texts)) {
    const target = element.querySelector(selector);
    target.textContent = text || '';
    target.hidden = !text;
  }
}

function createElement(data) {
  const element = clone(data.code ? 'message' : 'failure');
  const time = element.querySelector('time');
  time.dateTime = time.title = data.at;
  time.textContent = new Date(data.at).toLocaleTimeString();
  element.classList.toggle('fault', data.metFault === true);
  setTexts(element, {
    '.channel': data.channel && nameChannel(data.channel),
    '.number': data.phoneNumber && `${data.phoneCountryCode ?? ''} ${data.phoneNumber}`.trim(),
    '.from': data.appId ?? 'no application id',
    ...(data.code ? { '.code': data.code } : {
      '.kind': data.metFault ? 'Fault' : 'Refused',
      '.operation': data.operation ?? data.method,
      '.status': [data.statusCode, data.apiCode].filter(Boolean).join(' / '),
      '.reason bdi': data.reason,
      '.path': data.path,
    }),
  });
  element.querySelector('.copy')?.setAttribute('aria-label', `Copy ${data.code}`);
  return element;
}

function getElement(entry) {
  entry.element ??= createElement(entry.data);
  paint(entry);
  return entry.element;
}

// The state of a code, and what remains of its life and of the window in which no other SMS is sent.
function paint(entry) {
  const { data, element } = entry;
  if (!data.code)
    live.delete(entry);
  if (!data.code || !element)
    return;
  const left = until(data.expiresAt);
  const wait = data.resendAt ? until(data.resendAt) : 0;
  const state = data.state === 'active' && left <= 0 ? 'expired' : data.state;
  if (state !== 'active' && wait <= 0)
    live.delete(entry);
  element.dataset.state = state;
  element.querySelector('.bar').style.setProperty('--left', state === 'active' ? Math.min(1, left / (Date.parse(data.expiresAt) - Date.parse(data.at)) || 1) : 0);
  setTexts(element, {
    '.state': state === 'active' && left < Infinity ? `Expires in ${countDown(left)}` : state.charAt(0).toUpperCase() + state.slice(1),
    '.resend': wait > 0 ? `Next SMS in ${countDown(wait)}` : '',
  });
}

function draw() {
  frame = 0;
  const text = find('search').value.trim().toLowerCase();
  const matches = entry => !text || getElement(entry).textContent.toLowerCase().includes(text);
  const changed = mustRebuild ? [...entries.values()] : fresh.filter(entry => entries.get(entry.data.id) === entry);
  const shown = changed.filter(matches).reverse().map(getElement);
  if (mustRebuild)
    list.replaceChildren();
  list.prepend(...shown);
  [fresh, mustRebuild] = [[], false];
  find('empty').hidden = entries.size > 0;
  find('nothing').hidden = entries.size === 0 || list.childElementCount > 0;
}

function schedule(rebuild = false) {
  mustRebuild ||= rebuild || fresh.length > limit; // A hidden page draws nothing.
  if (mustRebuild)
    fresh = [];
  frame ||= requestAnimationFrame(draw);
}

function add(data) {
  const entry = { data };
  remove(entries.get(data.id));
  entries.set(data.id, entry);
  fresh.push(entry);
  live.add(entry);
  if (entries.size > limit)
    remove(entries.values().next().value);
}

function remove(entry) {
  entry?.element?.remove();
  live.delete(entry);
  entries.delete(entry?.data.id);
}

function tick() {
  live.forEach(paint);
  if (unheard.length > 0)
    say(unheard.length > 3 ? `${unheard.length} new codes` : unheard.map(data => `New code ${[...data.code].join(' ')}, ${nameChannel(data.channel)}, ${data.phoneNumber}`).join('. '));
  unheard = [];
}

const handlers = {
  clock(data) {
    clock = { runs: data.runs, now: Date.parse(data.now), offset: Date.parse(data.now) - Date.now() };
    live.forEach(paint);
  },
  snapshot(data) {
    entries.clear();
    live.clear();
    [...data.messages, ...data.failures].sort((a, b) => a.id - b.id).forEach(add);
    describe(data);
    schedule(true);
  },
  message(data) {
    handlers.failure(data);
    unheard.push(data);
  },
  failure(data) {
    add(data);
    schedule();
  },
  state({ id, state }) {
    const entry = entries.get(id);
    if (!entry)
      return;
    entry.data.state = state;
    paint(entry);
  },
  faults: showFaults,
};

function describe({ appId, pathBase, operations }) {
  find('app').textContent = appId;
  const quoted = `x-genauth-app-id: ${appId}`.replaceAll("'", "'\\''");
  const address = new URL('..', location.href).href.replace(/\/$/, '') + pathBase;
  find('curl').textContent = `curl ${address}/api/v3/send-sms -H '${quoted}' --json '{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100"}'`;
  if (find('requests').length === 2)
    operations.forEach((name, index) => find('requests').add(new Option(`The next ${name}`, name), index + 1));
}

async function* readEvents(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ;) {
    const { value, done } = await reader.read();
    if (done)
      return;
    heard();
    const frames = (rest + value).split('\n\n');
    rest = frames.pop();
    for (const lines of frames)
      yield Object.fromEntries(lines.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  }
}

function showConnection(text, state = 'waiting') {
  find('connection').dataset.state = state;
  find('connection').textContent = text;
}

// Follows the stream to its end, and says whether there was one.
async function listen() {
  const silence = new AbortController();
  let [timer, wasLive] = [0, false];
  const heard = () => { clearTimeout(timer); timer = setTimeout(() => silence.abort(), 45_000); };
  heard();
  try {
    const response = await call('api/v1/events', { signal: silence.signal, headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {} });
    find('access').hidden = response.status !== 401;
    if (!response.ok)
      return showConnection(response.status === 401 ? 'Needs its token' : (await response.json()).detail);
    wasLive = true;
    showConnection('Live', 'live');
    for await (const { event, id, data } of readEvents(response.body, heard)) {
      handlers[event]?.(JSON.parse(data));
      lastEventId = id ?? lastEventId;
    }
  } catch {
    // The emulator ended, or the network changed.
  } finally {
    clearTimeout(timer);
  }
  showConnection('Reconnecting…');
  return wasLive;
}

function showFaults({ armed, conditions }) {
  const hadFocus = find('armed').contains(document.activeElement);
  find('armed').replaceChildren(...armed.map(fault => {
    const element = clone('armed-fault');
    setTexts(element, { strong: `${fault.requests}:`, span: fault.text });
    const button = element.querySelector('button');
    button.ariaLabel = `Take back: ${fault.requests}, ${fault.text}`;
    button.onclick = () => call(`api/v1/faults?id=${fault.id}`, { method: 'DELETE' });
    return element;
  }));
  const count = armed.length + conditions;
  setTexts(document, { '#armed-count': count && `${count} armed`, '#conditions': conditions && `${conditions} on a condition of a test` });
  find('disarm').hidden = count < 2 && conditions === 0;
  if (hadFocus)
    find('fault').focus();
}

async function arm(event) {
  event.preventDefault();
  const fault = { ...JSON.parse(find('fault').value), after: Number(find('after').value) || undefined, afterAccepting: find('accepting').checked || undefined };
  const requests = find('requests').value;
  const body = JSON.stringify(requests === '*' ? { always: fault } : { next: [{ ...fault, operation: requests || undefined }] });
  const response = await call('api/v1/faults', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  setTexts(document, { '#arm-error': response.ok ? '' : (await response.json()).detail });
  say(response.ok ? 'The fault is armed' : '');
}

// Outside https and this machine a browser has no clipboard for scripts but the selection.
async function copy(button, element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
  } catch {
    getSelection().selectAllChildren(element);
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  say('Copied');
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

document.addEventListener('click', ({ target }) => {
  if (target.matches('.copy'))
    copy(target, target.previousElementSibling);
});
find('search').addEventListener('input', () => schedule(true));
find('clear').addEventListener('click', () => call('api/v1/messages', { method: 'DELETE' }).then(() => say('The inbox is empty')));
find('disarm').addEventListener('click', () => call('api/v1/faults', { method: 'DELETE' }));
find('arm').addEventListener('submit', arm);
find('access').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem('genauth-token', find('token').value.trim());
  find('token').value = '';
});
find('faults').open = matchMedia('(min-width: 60rem)').matches;
setInterval(tick, 500);
(async () => {
  for (let pause = 500; ; await sleep(pause))
    pause = await listen() ? 500 : Math.min(2 * pause, 4000);
})();
