package org.rovingpm.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> We have your request.\n> Roving PM",
                "On Mon, 23 Nov 2026 at 09:00, Roving PM <scheme@example.org> wrote:\n> We have it.",
                "On Mon, 23 Nov 2026 at 09:00, Roving PM\n<scheme@example.org>\nwrote:\n\n> We have it.",
                "On 23 Nov 2026, Roving PM wrote:\nWe have your request.",
                "-----Original Message-----\nFrom: Roving PM\nWe have it.",
                "________________________________\nFrom: Roving PM <scheme@example.org>\nSent: 23 November 2026 09:00\nTo: Ann Field\nSubject: x\n\nWe have it.",
                "*From:* Roving PM\n*Sent:* Monday\n*To:* Ann\n\nWe have it."
            })
    void whatIsQuotedBelowIsTakenApart(String quoted) {
        Quotation split = Quotation.split("Thank you.\n\nAnn\n\n" + quoted);

        assertThat(split.words()).isEqualTo("Thank you.\n\nAnn");
        assertThat(split.quoted()).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> When can you come?\nOn Thursday.\n> And who?\nAnn.",
                "> We have your request.\n\nThank you.",
                "On Monday we wrote to you.\nFrom: here it gets better.",
                "-----\nAnn Field\nPractice manager",
                "Only this."
            })
    void whatIsWrittenBetweenOrBelowTheQuotedLinesStays(String text) {
        assertThat(Quotation.split(text)).isEqualTo(new Quotation(text, null));
    }

    @Test
    void aLongTextTakesNoLongTime() {
        assertThat(Quotation.split("On ".repeat(20_000) + "\n" + ">\n".repeat(20_000) + "x")
                        .quoted())
                .isNull();
    }
}
