package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.Code;
import org.rovingpm.fixture.Tables;

/** A column that holds codes has a check of them, and the check knows the same codes as the code: a new one is added in both places. */
class CodesTest {

    private static final JavaClasses CLASSES = Code.WITHOUT_TESTS;
    private static final Pattern CODE = Pattern.compile("'([A-Z_]+)'");

    /** The enum of each column, by its name without its package. */
    private static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("account_notice.kind", "AccountNotice$Kind"),
            Map.entry("block.side", "Block$Side"),
            Map.entry("bulk_change.kind", "BulkChange$Kind"),
            Map.entry("bulk_item.outcome", "BulkChange$Outcome"),
            Map.entry("case_document.kind", "DocumentKind"),
            Map.entry("case_link.kind", "LinkKind"),
            Map.entry("check_in.rag_now", "Rag"),
            Map.entry("check_in_review.decision", "ReviewCheckIn$Decision"),
            Map.entry("closing_report.objectives_met", "WriteClosingReport$ObjectivesMet"),
            Map.entry("feedback.improvements", "Agreement"),
            Map.entry("feedback.length_useful", "Agreement"),
            Map.entry("feedback.would_recommend", "Agreement"),
            Map.entry("first_visit.rag_now", "Rag"),
            Map.entry("help_request.outcome", "HelpRequest$Outcome"),
            Map.entry("job_plan.status", "PlanStatus"),
            Map.entry("ledger_entry.kind", "Ledger$Kind"),
            Map.entry("message.status", "MessageStatus"),
            Map.entry("message_event.what", "MessageEvent"),
            Map.entry("missing_check_in_step.step", "MissingCheckIns$Step"),
            Map.entry("model_change.kind", "ModelChange$Kind"),
            Map.entry("model_change_step.what", "ModelChangeStep$Kind"),
            Map.entry("offer.status", "OfferStatus"),
            Map.entry("placement.end_reason", "EndReason"),
            Map.entry("plan_approval.answer", "PlanApproval$Answer"),
            Map.entry("plan_approval.party", "PlanApproval$Party"),
            Map.entry("position_file.kind", "PositionKind"),
            Map.entry("practice.cqc_rating", "CqcRating"),
            Map.entry("practice.status", "PracticeStatus"),
            Map.entry("rag_rating.rag", "Rag"),
            Map.entry("rag_suggestion.rag", "Rag"),
            Map.entry("register_question.kind", "RegisterQuestion$Kind"),
            Map.entry("register_question.state", "RegisterQuestion$State"),
            Map.entry("register_question.status", "PracticeStatus"),
            Map.entry("register_refresh.outcome", "RegisterRefreshes$Outcome"),
            Map.entry("roving_pm.status", "RosterStatus"),
            Map.entry("roving_pm_change.part", "RosterRecord$Part"),
            Map.entry("scheme_check.item", "SchemeChecks$Item"),
            Map.entry("security_event.kind", "SecurityEvent$Kind"),
            Map.entry("support_case.cqc_rating", "CqcRating"),
            Map.entry("support_case.event_kind", "RequestAnswers$EventKind"),
            Map.entry("support_case.rag", "Rag"),
            Map.entry("support_case.stage", "CaseStage"),
            Map.entry("watched_contact.help", "HelpOffer"),
            Map.entry("watched_contact.way", "ContactWay"),
            Map.entry("watched_practice.help", "HelpOffer"));

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
        Map<String, Set<String>> known = new TreeMap<>();
        ENUMS.forEach((column, type) -> known.put(column, constants(type)));

        assertThat(checked).containsExactlyInAnyOrderEntriesOf(known);
    }

    private static Set<String> constants(String type) {
        List<JavaClass> found = CLASSES.stream()
                .filter(one -> one.getName().endsWith("." + type))
                .toList();
        assertThat(found).as(type).hasSize(1);
        return Arrays.stream(found.get(0).reflect().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
    }
}
