import showCaseBox from './case-box.js';

// There is little room beside Tasklist: these are reached from the page "Home"
const NOT_HERE = ['/work', '/people', '/funds'];

// Leads from Tasklist and Cockpit to the other pages that somebody of the staff may open.
export default async function showMenu(node, root) {
  const answer = await fetch(`${root}/api/menu`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    return;
  }
  const items = (await answer.json()).filter((item) => !NOT_HERE.includes(item.path));
  const list = document.createElement('ul');
  list.className = 'roving-pm-menu';
  items.forEach((item) => {
    const link = document.createElement('a');
    link.href = root + item.path;
    link.textContent = item.label;
    list.appendChild(document.createElement('li')).append(link);
  });
  node.append(list);
  const first = document.createElement('li');
  await showCaseBox(first, root);
  if (first.hasChildNodes()) {
    list.prepend(first);
  }
}
