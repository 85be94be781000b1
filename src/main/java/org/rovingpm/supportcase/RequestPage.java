package org.rovingpm.supportcase;

import java.util.Locale;
import org.rovingpm.supportcase.RequestField.Wording;

/** The pages on which a request for help is written, in their order. */
public enum RequestPage {
    PRACTICE("The practice", new Wording("Which is your practice?", "Which practice are you referring?"), null),
    CONSENT(
            "Consent",
            new Wording(null, "Who agreed to the referral?"),
            "A practice is never referred without its consent."),
    CONTACT("Who to speak to", new Wording("Who should we speak to?", "Who should we speak to at the practice?"), null),
    HELP("The help", new Wording("What help do you need?", "What help do they need?"), null),
    SITUATION("The situation", Wording.same("What has happened?"), null),
    RISK(
            "What is at risk",
            Wording.same("What is at risk?"),
            "This helps us to see how urgent it is. Leave out whatever does not apply."),
    ABOUT("About the practice", Wording.same("About the practice"), null),
    CONFIDENTIAL("Confidentiality", Wording.same("Should this be kept especially confidential?"), null);

    private final String heading;
    private final Wording title;
    private final String introduction;

    RequestPage(String heading, Wording title, String introduction) {
        this.heading = heading;
        this.title = title;
        this.introduction = introduction;
    }

    /** What its answers come under when they are checked. */
    public String heading() {
        return heading;
    }

    public Wording title() {
        return title;
    }

    /** What stands above its questions; null if nothing does. */
    public String introduction() {
        return introduction;
    }

    /** Whether a practice sees the page that requests help for itself; the liaison team sees all. */
    public boolean forPractices() {
        return title.own() != null;
    }

    /** The last part of its address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
