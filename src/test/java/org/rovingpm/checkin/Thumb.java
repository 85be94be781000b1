package org.rovingpm.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** One thumb on a phone: it hits nothing small and nothing beyond the edges, and it takes its time. */
final class Thumb {

    /** What a thumb hits without looking, in pixels. */
    static final int WIDTH = 44;

    /** Finding what is next and hitting it, in seconds: the keystroke-level model of Card, Moran and Newell, rounded up. */
    private static final double TAP = 3;

    /** One letter, in seconds: two thumbs write some 36 words a minute, one thumb half of that. */
    private static final double LETTER = 0.6;

    private final Page phone;
    private int taps;
    private int letters;

    Thumb(Page phone) {
        this.phone = phone;
    }

    void tap(Locator target) {
        target.scrollIntoViewIfNeeded();
        Locator hit = target.locator("xpath=(self::*[@type='radio' or @type='checkbox']/ancestor::label | self::*)[1]");
        BoundingBox box = hit.boundingBox();
        assertThat(box.height).as("height of %s", target).isGreaterThanOrEqualTo(WIDTH);
        assertThat(box.x).as("left edge of %s", target).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).as("right edge of %s", target).isLessThanOrEqualTo(phone.viewportSize().width);
        target.tap();
        taps++;
    }

    void write(Locator field, String text) {
        tap(field);
        field.fill(text);
        letters += text.length();
    }

    int taps() {
        return taps;
    }

    double seconds() {
        return taps * TAP + letters * LETTER;
    }
}
