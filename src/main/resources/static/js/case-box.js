// The box that leads from Tasklist and Cockpit to the list of cases, for those who have one.
export default async function showCaseBox(node, root) {
  const answer = await fetch(`${root}/api/case-box`, { headers: { Accept: 'application/json' } });
  if (answer.status !== 200) {
    return;
  }
  const { name, path } = await answer.json();
  const box = document.createElement('form');
  box.className = 'roving-pm-case-box';
  box.action = root + path;
  box.setAttribute('role', 'search');
  box.setAttribute('aria-label', 'Find a case');
  const link = Object.assign(document.createElement('a'), { href: root + path, textContent: name });
  const input = Object.assign(document.createElement('input'), { name: 'q', type: 'search', maxLength: 100, autocomplete: 'off', placeholder: 'Find a case' });
  input.setAttribute('aria-label', 'Find a case');
  const button = Object.assign(document.createElement('button'), { type: 'submit', textContent: 'Find' });
  box.append(link, input, button);
  node.append(box);
}
