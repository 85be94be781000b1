// The pages work without this; it makes them more comfortable where it runs.
const {initAll} = await import(document.getElementById('site').dataset.govukFrontend);
// Whoever has gone to a field before this ran stays there: the summary of problems would call them back
if (location.hash || document.activeElement !== document.body) {
  document.querySelector('[data-module="govuk-error-summary"]')?.setAttribute('data-disable-auto-focus', 'true');
}
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
