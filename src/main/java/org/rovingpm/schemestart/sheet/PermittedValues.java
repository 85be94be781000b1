package org.rovingpm.schemestart.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.placement.IntroductionWay;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.stereotype.Component;

/** What may stand in the columns that take only certain values: the same labels as on forms and pages. */
@Component
public class PermittedValues {

    /** A value: as it is submitted, and as it stands in a cell. */
    public record Permitted(String value, String label) {}

    private static final List<Permitted> YES_NO = List.of(new Permitted("true", "Yes"), new Permitted("false", "No"));

    private static final Map<String, List<Permitted>> CONSTANTS = Map.of(
            "cqcRating", of(CqcRating.values(), CqcRating::label),
            "rag", of(Rag.values(), Rag::label),
            "stage",
                    of(
                            Arrays.stream(CaseStage.values())
                                    .filter(CaseStage::open)
                                    .toArray(CaseStage[]::new),
                            CaseStage::label));

    private static final Map<String, Class<? extends Choice>> LISTS =
            Map.of("skills", HelpKind.class, "helpKinds", HelpKind.class, "how", IntroductionWay.class);

    private final ChoiceLists lists;

    PermittedValues(ChoiceLists lists) {
        this.lists = lists;
    }

    /** @return what may stand in the column, as it is offered today; none for a column that takes any text, number or day */
    public List<Permitted> of(SheetColumn column) {
        return switch (column.kind()) {
            case YES_NO -> YES_NO;
            case ONE_OF, SOME_OF ->
                Optional.ofNullable(CONSTANTS.get(column.key()))
                        .orElseGet(() -> lists.of(LISTS.get(column.key())).offered().stream()
                                .map(choice -> new Permitted(choice.code(), choice.label()))
                                .toList());
            default -> List.of();
        };
    }

    private static <T extends Enum<T>> List<Permitted> of(T[] constants, Function<T, String> label) {
        return Arrays.stream(constants)
                .map(constant -> new Permitted(constant.name(), label.apply(constant)))
                .toList();
    }
}
