package org.rovingpm.schemestart.sheet;

import static org.rovingpm.schemestart.sheet.SheetColumn.Kind.DAY;
import static org.rovingpm.schemestart.sheet.SheetColumn.Kind.NUMBER;
import static org.rovingpm.schemestart.sheet.SheetColumn.Kind.ONE_OF;
import static org.rovingpm.schemestart.sheet.SheetColumn.Kind.SOME_OF;
import static org.rovingpm.schemestart.sheet.SheetColumn.Kind.TEXT;
import static org.rovingpm.schemestart.sheet.SheetColumn.Kind.YES_NO;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rovingpm.schemestart.sheet.SheetColumn.Kind;

/** The sheets of the spreadsheet. They are imported in this order, so that a case finds its PM and its fund. */
public enum Sheet {
    PMS(
            "PMs",
            "PM",
            column("pm", "User name", TEXT, "Always", "The name they sign in with. The account is made first."),
            column("name", "Name", TEXT, "Always", "As practices know them"),
            column("email", "E-mail address", TEXT, "Always", ""),
            column("homePostcode", "Home postcode", TEXT, "Always", "From which the distance to practices is measured"),
            column("sessionsAWeek", "Sessions a week", NUMBER, "Always", "Half days a week in all"),
            column("skills", "Kinds of help", SOME_OF, "Always", "What they can do"),
            column("dbsValidUntil", "DBS valid until", DAY, "Always", ""),
            column("agreementValidUntil", "Agreement valid until", DAY, "Always", "")),
    FUNDS(
            "Funds",
            "fund",
            column("code", "Code", TEXT, "Always", "Capital letters, digits and hyphens, such as RESILIENCE-2026"),
            column("name", "Name", TEXT, "Always", ""),
            column("amount", "Money available (£)", NUMBER, "Always", "Without what has been spent before the import"),
            column("closesOn", "Last day", DAY, "", "Empty for a fund that stays open"),
            column("note", "Where the money comes from", TEXT, "Always", "")),
    OPEN_CASES(
            "Open cases",
            "open case",
            column("ownReference", "Your reference", TEXT, "Always", "What you call the case; it is imported once"),
            column("odsCode", "ODS code", TEXT, "Always", "Of the practice, such as C84001"),
            column("contactName", "Contact name", TEXT, "Always", ""),
            column("contactRole", "Contact role", TEXT, "Always", ""),
            column("contactEmail", "Contact e-mail address", TEXT, "Always", ""),
            column("contactTelephone", "Contact telephone", TEXT, "", ""),
            column("requestedOn", "Requested on", DAY, "Always", ""),
            column("helpKinds", "Help requested", SOME_OF, "Always", ""),
            column("whatHappened", "What has happened", TEXT, "Always", "As the practice said it"),
            column("since", "In difficulty since", DAY, "Always", "A guess will do"),
            column("cqcRating", "CQC rating", ONE_OF, "Always", ""),
            column("pmPostVacant", "PM post vacant", YES_NO, "", ""),
            column("servicesAtRisk", "Services at risk", YES_NO, "", ""),
            column("payrollAtRisk", "Payroll at risk", YES_NO, "", ""),
            column("confidential", "Confidential", YES_NO, "", "Only the people named on it see such a case"),
            column("stage", "Stage", ONE_OF, "Always", "Where the case goes on"),
            column("informationAskedFor", "Information asked for", TEXT, "At “Waiting for information”", ""),
            column("rag", "RAG rating", ONE_OF, "From “Finding a PM” on", ""),
            column("agreedWith", "Rating agreed with", TEXT, "From “Finding a PM” on", "Who at the practice"),
            column("helpNeeded", "Help needed", TEXT, "From “Finding a PM” on", "As assessed"),
            column("sessionsAWeek", "Sessions a week", NUMBER, "From “Finding a PM” on", "Half days"),
            column("expectedStart", "Support from", DAY, "From “Finding a PM” on", ""),
            column("expectedWeeks", "Weeks expected", NUMBER, "From “Finding a PM” on", "1 to 104"),
            column("pm", "PM", TEXT, "From “Introducing the PM” on", "Their user name"),
            column("pmSince", "PM since", DAY, "From “Introducing the PM” on", ""),
            column("introducedOn", "Introduced on", DAY, "Where they have been introduced", ""),
            column("how", "How introduced", ONE_OF, "With “Introduced on”", ""),
            column(
                    "firstVisitOn",
                    "First visit on",
                    DAY,
                    "With “Introduced on”; from “Agreeing the job plan” on",
                    "Planned, or when it was"),
            column("findings", "What the PM found", TEXT, "", ""),
            column(
                    "startOn",
                    "Plan from",
                    DAY,
                    "At “Support in place”",
                    "The day after the last week that was reported"),
            column("endOn", "Plan to", DAY, "At “Support in place”", ""),
            column("hours", "Hours left", NUMBER, "At “Support in place”", "From “Plan from” to “Plan to”"),
            column("hourlyRate", "Hourly rate (£)", NUMBER, "At “Support in place”", ""),
            column("fund", "Fund", TEXT, "At “Support in place”", "Its code"),
            column("objective", "Objective", TEXT, "At “Support in place”", "What the plan is to achieve"),
            column("measure", "How people will know", TEXT, "At “Support in place”", "That the objective is met")),
    CLOSED_CASES(
            "Closed cases",
            "closed case",
            column("ownReference", "Your reference", TEXT, "Always", "What you called the case; it is imported once"),
            column("odsCode", "ODS code", TEXT, "Always", "Of the practice, such as C84001"),
            column("contactName", "Contact name", TEXT, "Always", ""),
            column("contactRole", "Contact role", TEXT, "Always", ""),
            column("contactEmail", "Contact e-mail address", TEXT, "Always", ""),
            column("requestedOn", "Requested on", DAY, "Always", ""),
            column("helpKinds", "Help requested", SOME_OF, "Always", ""),
            column("whatHappened", "What had happened", TEXT, "Always", ""),
            column("rag", "RAG rating", ONE_OF, "", "The last one"),
            column("pm", "PM", TEXT, "", "The user name of somebody on the roster"),
            column("pmSince", "PM since", DAY, "With “PM”", ""),
            column("sessionsAWeek", "Sessions a week", NUMBER, "With “PM”", "Half days"),
            column("closedOn", "Closed on", DAY, "Always", ""),
            column("result", "Result", TEXT, "", "What came of it"));

    private final String title;
    private final String one;
    private final List<SheetColumn> columns;

    Sheet(String title, String one, SheetColumn... columns) {
        this.title = title;
        this.one = one;
        this.columns = List.of(columns);
    }

    private static SheetColumn column(String key, String heading, Kind kind, String needed, String hint) {
        return new SheetColumn(key, heading, kind, needed, hint);
    }

    /** What the tab says. */
    public String title() {
        return title;
    }

    /** What one row is. */
    public String one() {
        return one;
    }

    public List<SheetColumn> columns() {
        return columns;
    }

    /** @return the column above which this stands, however it is spelt in capitals and spaces */
    public Optional<SheetColumn> columnOf(String heading) {
        return columns.stream()
                .filter(column -> folded(column.heading()).equals(folded(heading)))
                .findFirst();
    }

    /** @return the heading of the column that fills in this field; empty where there is none */
    public String headingOf(String field) {
        return columns.stream()
                .filter(column -> column.key().equals(field))
                .map(SheetColumn::heading)
                .findFirst()
                .orElse("");
    }

    /** @return the sheet that a tab of this name holds */
    public static Optional<Sheet> titled(String title) {
        return Arrays.stream(values())
                .filter(sheet -> folded(sheet.title).equals(folded(title)))
                .findFirst();
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
