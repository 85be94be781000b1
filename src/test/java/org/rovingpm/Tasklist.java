package org.rovingpm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Tasklist in the browser of one signed-in person, in the words that they read there. */
public final class Tasklist {

    private static final int HEIGHT_OF_A_WHOLE_FORM = 3200;
    private static final int HEIGHT_OF_A_SCREEN = 900;

    private final Page page;
    private Locator form;

    public Tasklist(Page page) {
        this.page = page;
    }

    /** What may be started, as the list offers it. */
    public List<String> startable() {
        page.locator(".start-process-action a").click();
        assertThat(page.locator(".modal .modal-body")
                        .getByText(Pattern.compile("Click on the process to start|no process definitions"))
                        .and(page.locator(":visible")))
                .isVisible();
        List<String> names = page.locator(".modal .processes a").allTextContents().stream()
                .map(String::strip)
                .toList();
        button(page.locator(".modal-footer"), "Close").click();
        assertThat(page.locator(".modal")).hasCount(0);
        return names;
    }

    public void start(String process) {
        openStartList();
        page.locator(".modal .processes").getByText(process, exactly()).click();
        form = page.locator(".modal-content");
        assertThat(form.locator(".fjs-form")).isVisible();
    }

    /** Submits the form of what is being started and gives the number of its case. */
    public void submitStart() {
        answered("submit-form", button(form.locator(".modal-footer"), "Start"));
    }

    public void show(String list) {
        Locator filter = page.locator(".task-filters .item").filter(new Locator.FilterOptions().setHasText(list));
        filter.locator("a").first().click();
        assertThat(filter).hasClass(Pattern.compile(".*\\bactive\\b.*"));
    }

    public Locator card(String reference, String task) {
        return page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(reference))
                .filter(new Locator.FilterOptions().setHasText(task));
    }

    /** Opens the task of the case from this list, and takes it where nobody has. */
    public void open(String list, String task, String reference) {
        show(list);
        card(reference, task).click();
        form = page.locator(".task-card");
        assertThat(form.locator("h2.task")).hasText(task);
        assertThat(form.locator(".fjs-form")).isVisible();
    }

    public void claim() {
        answered("claim", form.locator("button.claim"));
        assertThat(form.locator("button.unclaim")).isVisible();
        assertThat(form.locator(".fjs-form")).isVisible();
    }

    public void complete() {
        answered("submit-form", button(form, "Complete"));
    }

    public Locator field(String label) {
        return form.getByLabel(label(label));
    }

    public void fill(String label, String value) {
        field(label).fill(value);
    }

    /** Once its calendar stands behind the field: what is typed into a field that has just come up would be lost. */
    public void fillDate(String label, String date) {
        assertThat(field(label)).hasClass(Pattern.compile(".*flatpickr-input.*"));
        field(label).fill(date);
        field(label).press("Enter");
        assertThat(field(label)).hasValue(date);
    }

    public void tick(String label) {
        field(label).check();
    }

    public void choose(String question, String answer) {
        question(question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    public void select(String question, String option) {
        question(question).locator(".fjs-input-group").click();
        question(question).locator(".fjs-dropdownlist-item").getByText(option).click();
    }

    public void press(String button) {
        button(form, button).click();
    }

    public Locator question(String label) {
        return form.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("> .fjs-form-field-label").getByText(label(label))));
    }

    /** The names of the lists of tasks, in their order. */
    public List<String> lists() {
        return page.locator(".task-filters .item h4.name a").allTextContents().stream()
                .map(name -> name.strip().split("\\s{2,}|\n")[0])
                .toList();
    }

    /** Follows the number of the case, at the head of every form, to its page. */
    public Page openCase(String reference) {
        return page.waitForPopup(() -> form.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(reference))
                .click());
    }

    /** What Tasklist says when it refuses what was sent. */
    public Locator refusal() {
        return page.locator(".notifications .alert-danger:visible");
    }

    /** Keeps a picture of the whole page in the folder that the property rovingpm.screenshots names, if it does. */
    public void look(String name) {
        String folder = System.getProperty("rovingpm.screenshots");
        if (folder != null) {
            page.setViewportSize(1280, HEIGHT_OF_A_WHOLE_FORM);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
            page.setViewportSize(1280, HEIGHT_OF_A_SCREEN);
        }
    }

    private void openStartList() {
        page.locator(".start-process-action a").click();
        assertThat(page.locator(".modal .processes")).isVisible();
    }

    private void answered(String address, Locator button) {
        page.waitForResponse(
                response -> response.url().endsWith(address)
                        && response.request().method().equals("POST"),
                button::click);
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Pattern label(String label) {
        return Pattern.compile("^" + label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0") + "\\*?$");
    }
}
