// Number, then code, then signed in. The server decides everything; the page keeps one thing: until when a new code must wait.

const element = id => document.getElementById(id);
const steps = ['number-form', 'code-form', 'signed-in'];
const memory = 'phone-login';

let pending = JSON.parse(sessionStorage.getItem(memory) ?? 'null');
let busy = false;

const texts = {
  'invalid-number': 'This is no phone number.',
  'country-not-allowed': 'No codes are sent to this country.',
  'wrong-code': 'The code is wrong or has expired. Look at the last SMS, or ask for a new code.',
  'more-needed': 'The code was right, but this account needs more than a code. Please contact us.',
  'ask-for-a-new-code': 'We do not know whether that worked, and the code may be used up. Please ask for a new one.',
  'try-again': 'That did not work, and nothing was done. Please try again in a moment.',
  'not-possible': 'No code can be sent at the moment. Please try again later.',
};

const sentText = number => `We sent a code to ${number}. It may take a minute.`;
const unknownText = number =>
  `We do not know whether a code was sent to ${number}, because the answer was lost. If one arrives, type it here; if not, ask for a new one.`;

function show(step) {
  element('heading').textContent = step === 'signed-in' ? 'Welcome' : 'Sign in';
  steps.forEach(id => { element(id).hidden = id !== step; });
  element(step).querySelector('input, button').focus();
}

function showError(field, text) {
  element(`${field}-error`).textContent = text;
  element(field).toggleAttribute('aria-invalid', false);
  if (text) {
    element(field).setAttribute('aria-invalid', 'true');
    element(field).focus();
  }
}

function remember(value) {
  pending = value;
  if (value) {
    sessionStorage.setItem(memory, JSON.stringify(value));
  } else {
    sessionStorage.removeItem(memory);
  }
}

function showCodeStep(text) {
  element('sent').textContent = text;
  element('code').value = '';
  showError('code', '');
  show('code-form');
  countDown();
}

function countDown() {
  const seconds = pending ? Math.ceil((pending.until - Date.now()) / 1000) : 0;
  const button = element('resend');
  button.disabled = busy || seconds > 0;
  button.textContent = seconds > 0 ? `Send a new code (${seconds}\u00a0s)` : 'Send a new code';
}

// Null when no answer came: then nobody knows what the server did.
async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const json = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
    return { status: response.status, kind: json.type?.split('/').pop(), resendAfter: json.resendAfter, retryAfter: Number(response.headers.get('Retry-After')) };
  } catch {
    return null;
  }
}

// One request at a time, however often somebody clicks.
async function whileBusy(button, action) {
  if (busy) {
    return;
  }
  busy = true;
  const label = button.textContent;
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  button.textContent = 'One moment …';
  element('status').textContent = '';
  try {
    await action();
  } finally {
    busy = false;
    button.textContent = label;
    button.disabled = false;
    button.removeAttribute('aria-busy');
    countDown();
  }
}

async function sendCode(number, field) {
  const answer = await post('phone/code', { phoneNumber: number });
  const wait = answer?.resendAfter ?? 60;
  if (answer === null || answer.status === 202) {
    remember({ number, until: Date.now() + wait * 1000, unknown: answer === null });
    showCodeStep(answer === null ? unknownText(number) : sentText(number));
  } else if (answer.status === 429) {
    showError(field, `Too many codes were asked for. Please try again in ${formatWait(answer.resendAfter ?? answer.retryAfter)}.`);
  } else {
    showError(field, texts[answer.kind] ?? texts['not-possible']);
  }
}

const formatWait = seconds => seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds || 60} seconds`;

async function signIn(code) {
  const answer = await post('phone/sign-in', { phoneNumber: pending.number, code });
  if (answer?.status === 204) {
    remember(null);
    await showSession();
  } else if (answer === null) {
    await showSession();
    if (element('signed-in').hidden) {
      showError('code', texts['ask-for-a-new-code']);
    }
  } else if (answer.status === 429) {
    showError('code', `Too many codes were tried. Please try again in ${formatWait(answer.retryAfter)}.`);
  } else {
    showError('code', texts[answer.kind] ?? texts['try-again']);
  }
}

async function showSession() {
  let session;
  try {
    session = await (await fetch('session')).json();
  } catch {
    element('status').textContent = 'The server does not answer. Please reload the page in a moment.';
    return;
  }

  element('local').hidden = !session.inbox;
  if (session.inbox) {
    element('inbox').href = session.inbox;
  }

  if (session.user) {
    element('user').textContent = session.user;
    show('signed-in');
  } else if (pending) {
    showCodeStep(pending.unknown ? unknownText(pending.number) : sentText(pending.number));
  } else {
    show('number-form');
  }
}

element('number-form').addEventListener('submit', event => {
  event.preventDefault();
  const number = element('number').value.trim();
  showError('number', number ? '' : 'Please type your phone number.');
  if (number) {
    whileBusy(event.submitter ?? element('number-form').querySelector('button'), () => sendCode(number, 'number'));
  }
});

element('code-form').addEventListener('submit', event => {
  event.preventDefault();
  const code = element('code').value.trim();
  showError('code', code ? '' : 'Please type the code.');
  if (code) {
    whileBusy(element('code-form').querySelector('[type=submit]'), () => signIn(code));
  }
});

element('resend').addEventListener('click', event => whileBusy(event.currentTarget, () => sendCode(pending.number, 'code')));

element('change').addEventListener('click', () => {
  remember(null);
  showError('number', '');
  show('number-form');
});

element('sign-out').addEventListener('click', event => whileBusy(event.currentTarget, async () => {
  if ((await post('phone/sign-out', {}))?.status === 204) {
    await showSession();
  } else {
    element('status').textContent = texts['try-again'];
  }
}));

setInterval(countDown, 500);
showSession();
