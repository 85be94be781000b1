package org.rovingpm.matching.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.FormText;
import org.rovingpm.fairspread.SpreadSummary;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.Funds;
import org.rovingpm.matching.Offer;
import org.rovingpm.matching.Offers;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.Shortlist;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.stereotype.Component;

/** What several forms of matching show. */
@Component
class MatchingForms {

    private final CaseSummary caseSummary;
    private final Needs needs;
    private final Offers offers;
    private final SpreadSummary spread;
    private final Funds funds;

    MatchingForms(CaseSummary caseSummary, Needs needs, Offers offers, SpreadSummary spread, Funds funds) {
        this.caseSummary = caseSummary;
        this.needs = needs;
        this.offers = offers;
        this.spread = spread;
        this.funds = funds;
    }

    /** A row of the shortlist. */
    record SuitableRow(String name, String score, String why, String distance, String freeSessions) {}

    /** A row of those who cannot be chosen. */
    record UnsuitableRow(String name, String whyNot) {}

    /** A row of earlier offers. */
    record OfferRow(String name, String when, String answer, String reason) {}

    /** An option of a select. */
    record Option(String label, String value) {}

    /** A fund and what it has left. */
    record FundRow(String fund, String available) {}

    /** The case, what it needs, what there has been, who is not suitable, and earlier offers. */
    Map<String, Object> common(CaseReference reference, Shortlist shortlist) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("neededSummary", neededSummary(needs.latest(reference), shortlist));
        shown.put("spread", spread.rows(reference));
        shown.put(
                "funds",
                funds.open().stream()
                        .map(fund -> new FundRow(fund.name(), BritishFormat.pounds(fund.available())))
                        .toList());
        shown.put(
                "unsuitable",
                shortlist.unsuitable().stream()
                        .map(candidate -> new UnsuitableRow(candidate.name(), String.join("; ", candidate.whyNot())))
                        .toList());
        shown.put(
                "earlierOffers",
                offers.ended(reference).stream().map(MatchingForms::row).toList());
        return shown;
    }

    static List<SuitableRow> rows(List<Candidate> suitable) {
        return suitable.stream()
                .map(candidate -> new SuitableRow(
                        candidate.name(),
                        candidate.score().toPlainString(),
                        String.join("; ", candidate.why()),
                        candidate.miles() == null ? "not known" : candidate.miles(),
                        BritishFormat.number(candidate.free())))
                .toList();
    }

    static List<Option> options(List<Candidate> suitable) {
        return IntStream.range(0, suitable.size())
                .mapToObj(place -> new Option(
                        "%d. %s, %s points"
                                .formatted(
                                        place + 1,
                                        suitable.get(place).name(),
                                        suitable.get(place).score().toPlainString()),
                        suitable.get(place).pm()))
                .toList();
    }

    static FormText needSummary(Need need) {
        return new FormText()
                .line(
                        "Kinds of help",
                        need.kinds().stream().map(HelpKind::label).collect(Collectors.joining(", ")))
                .line("Help needed", need.helpNeeded())
                .line("Sessions a week", BritishFormat.number(need.sessionsAWeek()))
                .line("From", need.start())
                .line("For", BritishFormat.count(need.weeks(), "week"));
    }

    private static String neededSummary(Need need, Shortlist shortlist) {
        return needSummary(need)
                .line(
                        "Also suitable, not listed below",
                        shortlist.moreSuitable() == 0 ? null : shortlist.moreSuitable())
                .line(
                        "Also not suitable, not listed below",
                        shortlist.moreUnsuitable() == 0 ? null : shortlist.moreUnsuitable())
                .markdown();
    }

    private static OfferRow row(Offer offer) {
        return new OfferRow(
                offer.pmName(),
                BritishFormat.dateAndTime(offer.madeAt()),
                offer.status().label(),
                offer.answerReason());
    }
}
