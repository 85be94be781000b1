package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What every page for practices has to be, whatever it is about. */
public final class PublicPages {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");
    private static final int[] WIDTHS = {320, 1280};

    private PublicPages() {}

    /** No violation that axe finds, and nothing wider than the narrowest screen; keeps a picture where rovingpm.screenshots names a folder. */
    public static void isUsableByEverybody(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            // Without frames there is nothing to collect from pages of its own
            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true)
                            .withTags(RULES)
                            .analyze()
                            .getViolations())
                    .as("%s at %d", name, width)
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + name)
                    .isLessThanOrEqualTo(width);
            look(page, name + "-" + width);
        }
    }

    private static void look(Page page, String name) {
        String folder = System.getProperty("rovingpm.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }
}
