// The pages work without this script, which only makes them more comfortable.
const {initAll} = await import(document.getElementById('site').dataset.govukFrontend);
// Does not move the focus to the summary of problems if somebody is already in a field
if (location.hash || document.activeElement !== document.body) {
  document.querySelector('[data-module="govuk-error-summary"]')?.setAttribute('data-disable-auto-focus', 'true');
}
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
