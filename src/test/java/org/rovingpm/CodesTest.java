package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A column that holds codes has a check of them, and the check knows the same codes as the code: a new one is added in both places. */
class CodesTest {

    private static final Pattern CODE = Pattern.compile("'([A-Z_]+)'");

    /** The enum of each column, relative to org.rovingpm. */
    private static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("block.side", "roster.Block$Side"),
            Map.entry("bulk_change.kind", "bulkchange.BulkChange$Kind"),
            Map.entry("case_document.kind", "document.DocumentKind"),
            Map.entry("check_in.rag_now", "supportcase.Rag"),
            Map.entry("check_in_review.decision", "placement.ReviewCheckIn$Decision"),
            Map.entry("closing_report.objectives_met", "supportcase.CloseCase$ObjectivesMet"),
            Map.entry("declined_request.reason", "assessment.DeclineReason"),
            Map.entry("first_visit.rag_now", "supportcase.Rag"),
            Map.entry("help_request.outcome", "supportcase.HelpRequest$Outcome"),
            Map.entry("introduction.how", "placement.IntroducePm$How"),
            Map.entry("job_plan.status", "placement.PlanStatus"),
            Map.entry("ledger_entry.kind", "funding.Ledger$Kind"),
            Map.entry("message.status", "notification.MessageStatus"),
            Map.entry("message_event.what", "notification.MessageEvent"),
            Map.entry("missing_check_in_step.step", "placement.MissingCheckIns$Step"),
            Map.entry("model_change.kind", "modelchange.ModelChange$Kind"),
            Map.entry("model_change_step.what", "modelchange.ModelChangeStep$Kind"),
            Map.entry("offer.status", "matching.OfferStatus"),
            Map.entry("placement.end_reason", "placement.EndReason"),
            Map.entry("plan_approval.answer", "placement.PlanApproval$Answer"),
            Map.entry("plan_approval.party", "placement.PlanApproval$Party"),
            Map.entry("position_file.kind", "practice.PositionKind"),
            Map.entry("practice.cqc_rating", "practice.CqcRating"),
            Map.entry("practice.status", "practice.PracticeStatus"),
            Map.entry("rag_rating.rag", "supportcase.Rag"),
            Map.entry("rag_suggestion.rag", "supportcase.Rag"),
            Map.entry("register_question.kind", "practice.RegisterQuestion$Kind"),
            Map.entry("register_question.status", "practice.PracticeStatus"),
            Map.entry("register_refresh.outcome", "practice.RegisterRefreshes$Outcome"),
            Map.entry("roving_pm.status", "roster.RosterStatus"),
            Map.entry("roving_pm_skill.kind", "supportcase.HelpKind"),
            Map.entry("support_case.cqc_rating", "practice.CqcRating"),
            Map.entry("support_case.event_kind", "supportcase.EventKind"),
            Map.entry("support_case.rag", "supportcase.Rag"),
            Map.entry("support_case.stage", "supportcase.CaseStage"));

    /** Codes that stand in SQL alone: no type of ours has them. */
    private static final Map<String, Set<String>> OF_SQL = Map.of(
            "bulk_item.outcome", Set.of("DONE", "REFUSED"),
            "outcode_position.source", Set.of("FILE", "AVERAGE"),
            "register_question.state", Set.of("OPEN", "READ", "UNCHANGED", "NOT_FOUND", "UNREADABLE"));

    @Test
    void eachCheckOfCodesKnowsTheCodesOfItsEnumAndNoOthers() {
        Map<String, Set<String>> checked = new TreeMap<>();
        new Tables()
                .checksOfCodes()
                .forEach((column, check) -> checked.put(
                        column,
                        CODE.matcher(check)
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toSet())));
        Map<String, Set<String>> known = new TreeMap<>(OF_SQL);
        ENUMS.forEach((column, type) -> known.put(column, constants(type)));

        assertThat(checked).containsExactlyInAnyOrderEntriesOf(known);
    }

    private static Set<String> constants(String type) {
        try {
            return Arrays.stream(Class.forName("org.rovingpm." + type).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
