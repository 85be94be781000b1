// Drafts that Tasklist keeps in the browser are about practices: the next person at this computer must not find them.
Object.keys(window.localStorage)
  .filter((key) => key.startsWith('camunda-form:') || key === 'roving-pm:drafts-of')
  .forEach((key) => window.localStorage.removeItem(key));
