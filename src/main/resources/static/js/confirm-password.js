// Before accounts are changed the server may ask for the password again (header Confirm-Password). Then a dialog does, over
// whatever was being filled in: nothing of that is lost, and saving it again goes through.
const address = `${window.location.pathname.split('/camunda/app/')[0]}/account/confirm`;

async function formOf(answer) {
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

async function confirm(password) {
  const page = await formOf(await fetch(address, { headers: { Accept: 'text/html' } }));
  const answer = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'text/html' },
    body: new URLSearchParams({ _csrf: page.querySelector('[name="_csrf"]')?.value ?? '', password })
  });
  const problem = (await formOf(answer)).querySelector('.refused li');
  return problem ? problem.textContent.trim() : null;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function ask() {
  if (document.querySelector('.roving-pm-confirm')) {
    return;
  }
  const problem = element('p', { className: 'problem', id: 'confirm-problem' });
  problem.setAttribute('role', 'alert');
  const field = element('input', {
    type: 'password', id: 'confirm-password', className: 'form-control', autocomplete: 'current-password', required: true
  });
  field.setAttribute('aria-describedby', 'confirm-problem');
  const cancel = element('button', { type: 'button', className: 'btn btn-default', textContent: 'Cancel' });
  const form = element('form', {},
    element('h2', { id: 'confirm-title', textContent: 'Enter your password again' }),
    element('p', { textContent: 'Before accounts, groups or rights are changed we make sure that it is you. Then save your change again.' }),
    element('label', { htmlFor: 'confirm-password', textContent: 'Password' }), field, problem,
    element('button', { type: 'submit', className: 'btn btn-primary', textContent: 'Go on' }), ' ', cancel);
  const dialog = element('dialog', { className: 'roving-pm-confirm' }, form);
  dialog.setAttribute('aria-labelledby', 'confirm-title');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.textContent = await confirm(field.value) ?? '';
    if (problem.textContent) {
      field.select();
    } else {
      dialog.close();
    }
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// The applications ask the server in both ways
const open = window.XMLHttpRequest.prototype.open;
window.XMLHttpRequest.prototype.open = function opened(...call) {
  this.addEventListener('load', () => {
    if (this.status === 403 && this.getResponseHeader('Confirm-Password')) {
      ask();
    }
  });
  return open.apply(this, call);
};
const originalFetch = window.fetch;
window.fetch = async function fetched(...call) {
  const answer = await originalFetch.apply(this, call);
  if (answer.status === 403 && answer.headers.get('Confirm-Password')) {
    ask();
  }
  return answer;
};
