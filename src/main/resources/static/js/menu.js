// Leads from Tasklist and Cockpit to the other pages that somebody of the staff may open.
export default async function showMenu(node, root) {
  const answer = await fetch(`${root}/api/menu`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    return;
  }
  const places = (await answer.json()).filter((place) => place.path !== '/camunda');
  const list = document.createElement('ul');
  list.className = 'roving-pm-places';
  places.forEach((place) => {
    const link = document.createElement('a');
    link.href = root + place.path;
    link.textContent = place.label;
    list.appendChild(document.createElement('li')).append(link);
  });
  node.append(list);
}
