package org.rovingpm.supportcase;

import java.util.List;
import java.util.function.Function;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.supportcase.RequestAnswers.EventKind;
import org.rovingpm.supportcase.RequestField.Kind;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * The fields of a request for help, in the order in which staff read them. From here the pages ask them, the check of the
 * answers and the case list them, and the case is stored; the form request-help is held to it by a test. A new field also
 * needs its component and rule in {@link RequestAnswers}, and a column.
 */
public final class RequestFields {

    public static final RequestField PRACTICE = new RequestField(
                    "odsCode", Kind.PRACTICE, RequestPage.PRACTICE, answers -> null)
            .labelled("Practice")
            .asks("What is the ODS code of the practice?");

    /** Set by whose pages they are; ticked in the form. */
    public static final RequestField REFERRED = new RequestField(
                    "referredByLiaison", Kind.TICK, null, answers -> answers.referral()
                            .referredByLiaison())
            .labelled("Referred by the liaison team")
            .asks("The liaison team is referring the practice");

    /** What is answered about the request, and stored with the case. */
    public static final List<RequestField> ANSWERED = List.of(
            field("helpKinds", Kind.CHECKBOXES, RequestPage.HELP, it -> it.situation()
                            .helpKinds())
                    .labelled("Help requested")
                    .asks("What kinds of help do you need?", "What kinds of help do they need?")
                    .hint("Select all that apply. Your best guess will do.")
                    .choicesOf(HelpKind.class),
            field("pmPostVacant", Kind.YES_NO, RequestPage.HELP, it -> it.situation()
                            .pmPostVacant())
                    .labelled("Practice manager's post vacant")
                    .asks("Is the post of practice manager vacant?"),
            field("whatHappened", Kind.LONG_TEXT, RequestPage.SITUATION, it -> it.situation()
                            .whatHappened())
                    .labelled("What has happened")
                    .asks(
                            "What has happened, in your own words?",
                            "What has happened, in their own words where you can?")
                    .hint("Please do not name patients."),
            field("since", Kind.DATE, RequestPage.SITUATION, it -> it.situation()
                            .since())
                    .labelled("Since")
                    .asks("Since when?")
                    .hint("For example, 27 3 2026. If you know only the month, leave the day empty."),
            field("sinceAbout", Kind.TICK, RequestPage.SITUATION, it -> it.situation()
                            .sinceAbout())
                    .labelled("That date is about right")
                    .asks(
                            "That is about right: I do not know the exact day",
                            "That is about right: they do not know the exact day"),
            field("atRisk", Kind.LONG_TEXT, RequestPage.RISK, it -> it.risk().atRisk())
                    .labelled("Without help")
                    .asks("What will happen if nobody helps?")
                    .optional(),
            field("servicesAtRisk", Kind.TICK, RequestPage.RISK, it -> it.risk().servicesAtRisk())
                    .labelled("Services to patients at risk")
                    .asks("Services to patients are at risk"),
            field("payrollAtRisk", Kind.TICK, RequestPage.RISK, it -> it.risk().payrollAtRisk())
                    .labelled("Pay of the staff at risk")
                    .asks("The pay of the staff is at risk"),
            field("atRiskBy", Kind.DATE, RequestPage.RISK, it -> it.risk().atRiskBy())
                    .labelled("At risk by")
                    .asks("By when?")
                    .hint("The day on which it happens if nobody helps")
                    .optional(),
            field("eventKind", Kind.RADIOS, RequestPage.RISK, it -> it.risk().eventKind())
                    .labelled("Inspection or merger ahead")
                    .asks("Is an inspection or a merger ahead?")
                    .choices(EventKind.values(), EventKind::label)
                    .none("Neither"),
            field("eventOn", Kind.DATE, RequestPage.RISK, it -> it.risk().eventOn())
                    .labelled("Date of the inspection or merger")
                    .asks("If so, on which day?")
                    .hint("For example, 27 3 2026. Your best guess will do."),
            field("listSize", Kind.NUMBER, RequestPage.ABOUT, it -> it.situation()
                            .listSize())
                    .labelled("Patients on the list")
                    .asks("How many patients are on its list?")
                    .hint("A rough number will do. Leave this empty if you do not know.")
                    .optional(),
            field("cqcRating", Kind.SELECT, RequestPage.ABOUT, it -> it.situation()
                            .cqcRating())
                    .labelled("CQC rating")
                    .asks("What is its Care Quality Commission (CQC) rating?")
                    .choices(CqcRating.values(), CqcRating::label),
            field("contactName", Kind.TEXT, RequestPage.CONTACT, it -> it.contact()
                            .contactName())
                    .labelled("Contact")
                    .asks("Your name", "Name of the contact")
                    .hint("First name and surname")
                    .autocomplete("name"),
            field("contactRole", Kind.TEXT, RequestPage.CONTACT, it -> it.contact()
                            .contactRole())
                    .labelled("Role at the practice")
                    .asks("Your role at the practice", "Role at the practice")
                    .hint("Such as GP partner, practice manager or deputy")
                    .autocomplete("organization-title"),
            field("contactEmail", Kind.EMAIL, RequestPage.CONTACT, it -> it.contact()
                            .contactEmail())
                    .labelled("E-mail address")
                    .asks("Your e-mail address", "E-mail address")
                    .hint(
                            "We will send you a link to confirm your request, and keep you informed here.",
                            "We will write to this address about the case.")
                    .autocomplete("email"),
            field("contactTelephone", Kind.TELEPHONE, RequestPage.CONTACT, it -> it.contact()
                            .contactTelephone())
                    .labelled("Telephone number")
                    .asks("Telephone number")
                    .hint(
                            "One on which we can reach you in confidence",
                            "One on which they can be reached in confidence")
                    .autocomplete("tel")
                    .optional(),
            REFERRED,
            field("consentGivenBy", Kind.TEXT, RequestPage.CONSENT, it -> it.referral()
                            .consentGivenBy())
                    .labelled("Consent given by")
                    .asks("Who at the practice agreed to the referral?")
                    .hint("Name and role"),
            field("consentOn", Kind.DATE, RequestPage.CONSENT, it -> it.referral()
                            .consentOn())
                    .labelled("Consent given on")
                    .asks("When did they agree?")
                    .hint("For example, 27 3 2026"),
            field("confidential", Kind.YES_NO, RequestPage.CONFIDENTIAL, it -> it.referral()
                            .confidential())
                    .labelled("Keep especially confidential")
                    .asks("Should this be kept especially confidential?")
                    .hint(
                            "Only the staff of the scheme who work on the case ever see what you write. Select yes if it is"
                                    + " delicate even within the scheme: it is then marked as not to be shared any further."));

    /** What was answered to a field, for staff to read. */
    public record Answer(RequestField field, List<String> texts) {}

    private RequestFields() {}

    private static RequestField field(
            String key, Kind kind, RequestPage page, Function<RequestAnswers, Object> answer) {
        return new RequestField(key, kind, page, answer);
    }

    /** @return the fields that a page asks, in their order */
    public static List<RequestField> on(RequestPage page) {
        return page == RequestPage.PRACTICE
                ? List.of(PRACTICE)
                : ANSWERED.stream().filter(field -> field.page() == page).toList();
    }

    /** @return what was answered, field by field; what was left open is left out */
    public static List<Answer> given(RequestAnswers answers) {
        return ANSWERED.stream()
                .map(field -> new Answer(field, field.texts(answers)))
                .filter(answer -> !answer.texts().isEmpty())
                .toList();
    }
}
