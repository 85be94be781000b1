// The pages work without this; it makes them more comfortable where it runs.
const {initAll} = await import(document.getElementById('site').dataset.govukFrontend);
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
