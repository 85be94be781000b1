package org.rovingpm.supportcase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.submission.MailAddress;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * The answers to the questions of a request for help, in four parts, each with its rule. A component's name is the key of
 * the field in the form and on the pages, and in snake case its column; {@link RequestFields} says how it is asked.
 */
public interface RequestAnswers {

    Contact contact();

    Situation situation();

    Risk risk();

    Referral referral();

    /** The person at the practice to speak to. */
    record Contact(
            @NotNull(message = "Give the contact's name.") @PlainText(label = "The contact's name", max = 200, oneLine = true)
            String contactName,

            @NotNull(message = "Give the contact's role at the practice.") @PlainText(label = "The contact's role", max = 200)
            String contactRole,

            @NotNull(message = "Give the contact's e-mail address.") @MailAddress(
                    message =
                            "The contact's e-mail address looks like name@example.org, without accents or spaces: correct it.")
            @PlainText(label = "The contact's e-mail address", max = 200)
            String contactEmail,

            @Pattern(
                    regexp = "[0-9+() -]{6,40}",
                    message =
                            "The contact's telephone number may have only digits and spaces, and at least six of them.")
            String contactTelephone) {}

    /** What the practice needs, and why. */
    record Situation(
            @NotEmpty(message = "Choose at least one kind of help.") List<HelpKind> helpKinds,

            Boolean pmPostVacant,

            @NotNull(message = "Say what has happened.") @PlainText(label = "What has happened")
            String whatHappened,

            @NotNull(message = "Say since when, with a date.") LocalDate since,

            Boolean sinceAbout,

            @Min(value = 1, message = "The list size must be at least 1 patient.") @Max(value = 200_000, message = "The list size must be 200,000 patients or fewer: check the number.") Integer listSize,

            @NotNull(message = "Choose the practice's CQC rating, or that it is not known.") CqcRating cqcRating) {

        /** @return the same with the list size that the register has, where none was given */
        Situation withListSizeOr(Integer registered) {
            return new Situation(
                    helpKinds,
                    pmPostVacant,
                    whatHappened,
                    since,
                    sinceAbout,
                    listSize == null ? registered : listSize,
                    cqcRating);
        }
    }

    /** What will happen if nobody helps, and when. */
    record Risk(
            @PlainText(label = "What is at risk") String atRisk,

            Boolean servicesAtRisk,

            Boolean payrollAtRisk,

            LocalDate atRiskBy,

            EventKind eventKind,

            LocalDate eventOn) {}

    /** Whether the liaison team refers the practice and with whose consent, and who may know of the request. */
    record Referral(
            Boolean referredByLiaison,

            @PlainText(label = "Who gave consent", max = 200)
            String consentGivenBy,

            LocalDate consentOn,

            Boolean confidential) {}

    /**
     * Another practice that the request is for, such as the one with which the first merges.
     *
     * @param contact  whom to speak to there
     * @param agreedBy who there agreed to it; null where a practice requests help, for then the other one is asked itself
     */
    record FurtherPractice(
            @NotNull(message = "Give the ODS code of the other practice, such as C84001.") @PlainText(label = "The ODS code of the other practice", max = 10, oneLine = true)
            String odsCode,

            Contact contact,

            @PlainText(label = "Who agreed at the other practice", max = 200)
            String agreedBy,

            LocalDate agreedOn) {}

    /** What is coming at the practice that has a date. */
    enum EventKind {
        INSPECTION("CQC inspection"),
        MERGER("Merger");

        private final String label;

        EventKind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
