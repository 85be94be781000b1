// Drafts that Tasklist keeps in the browser are about practices: nobody who uses this computer next may find them.
Object.keys(window.localStorage)
  .filter((key) => key.startsWith('camunda-form:') || key === 'roving-pm:drafts-of')
  .forEach((key) => window.localStorage.removeItem(key));
