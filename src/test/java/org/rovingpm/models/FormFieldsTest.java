package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.model.PackagedForm;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.SubmissionField;
import org.springframework.beans.factory.annotation.Autowired;

/** Holds each form and the record of its use case to each other: what the one lets a person type, the other takes. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormFieldsTest {

    @Autowired
    private List<FormListener<?>> tasks;

    @Autowired
    private List<StartFormListener<?>> starts;

    @Autowired
    private ChoiceLists lists;

    private final Map<String, Class<? extends Record>> records = new HashMap<>();

    /** A field of a record, read with its constraints. */
    private record Component(SubmissionField of) {

        Class<?> type() {
            return of.type();
        }

        /** What a list holds, or the type itself. */
        Class<?> single() {
            return of.element();
        }

        <A extends Annotation> A rule(Class<A> kind) {
            return of.rule(kind);
        }

        boolean required() {
            return of.required();
        }

        BigDecimal lowest() {
            return rule(Min.class) != null
                    ? BigDecimal.valueOf(rule(Min.class).value())
                    : rule(DecimalMin.class) != null
                            ? new BigDecimal(rule(DecimalMin.class).value())
                            : null;
        }

        BigDecimal highest() {
            return rule(Max.class) != null
                    ? BigDecimal.valueOf(rule(Max.class).value())
                    : rule(DecimalMax.class) != null
                            ? new BigDecimal(rule(DecimalMax.class).value())
                            : null;
        }

        Integer longest() {
            if (rule(PlainText.class) != null) {
                return rule(PlainText.class).max();
            }
            String pattern = rule(Pattern.class).regexp();
            int length = IntStream.rangeClosed(1, 5000)
                    .filter(many -> "1".repeat(many).matches(pattern))
                    .max()
                    .orElse(0);
            return length == 0 ? null : length;
        }
    }

    @BeforeAll
    void findTheRecords() {
        tasks.forEach(listener -> records.put(listener.form(), listener.fields()));
        starts.forEach(listener -> records.put(listener.form(), listener.fields()));
    }

    static Stream<PackagedForm> forms() {
        return PackagedForm.all();
    }

    @Test
    void everyFormBelongsToAUseCase() {
        assertThat(PackagedForm.all().map(PackagedForm::name))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(records.keySet());
    }

    /** Of a further practice of a request: the office says it in the form, a practice that asks on our pages does not know it. */
    private static final Set<String> OF_THE_OFFICE = Set.of("agreedBy", "agreedOn");

    @ParameterizedTest
    @MethodSource("forms")
    void theFieldsOfAFormAreTheComponentsOfItsRecord(PackagedForm form) {
        sameNames(form.fields(), records.get(form.name()));
        each(form, (field, component) -> assertThat(takes(field, component))
                .as("%s takes a %s", field.name(), component.type())
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theChoicesOfAFormAreThoseThatItsRecordKnows(PackagedForm form) {
        each(form, (field, component) -> {
            if (Choice.class.isAssignableFrom(component.single())) {
                assertThat(field.choices()).as(field.name()).isEmpty();
                assertThat(field.json().path("valuesKey").asText())
                        .as("list that %s takes its choices from", field.name())
                        .isEqualTo(lists.of(component.single()).key());
            } else if (component.single().isEnum()) {
                assertThat(field.choices())
                        .as(field.name())
                        .containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(component.single().getEnumConstants())
                                        .map(constant -> ((Enum<?>) constant).name())
                                        .toList());
            } else if (component.single() == Integer.class && field.type().equals("radio")) {
                assertThat(field.choices())
                        .as(field.name())
                        .containsExactlyElementsOf(IntStream.rangeClosed(
                                        component.lowest().intValue(),
                                        component.highest().intValue())
                                .mapToObj(String::valueOf)
                                .toList());
            } else {
                assertThat(field.choices()).as(field.name()).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextIsAsLongAsItsRecordAllows(PackagedForm form) {
        each(form, (field, component) -> {
            if (component.single() == String.class && !field.type().equals("select")) {
                assertThat(field.maxLength()).as(field.name()).isEqualTo(component.longest());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aNumberHasTheLimitsOfItsRecord(PackagedForm form) {
        each(form, (field, component) -> {
            if (field.type().equals("number")) {
                assertThat(field.limit("min")).as(field.name()).isEqualByComparingTo(component.lowest());
                assertThat(field.limit("max")).as(field.name()).isEqualByComparingTo(component.highest());
                assertThat(field.json().path("decimalDigits").asInt(-1))
                        .as("decimals of " + field.name())
                        .isEqualTo(
                                component.rule(Digits.class) == null
                                        ? component.type() == Integer.class ? 0 : 2
                                        : component.rule(Digits.class).fraction());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsAlwaysRequiredIsRequiredOnBothSides(PackagedForm form) {
        each(form, (field, component) -> {
            boolean always = field.required() && !field.conditional() && !OF_THE_OFFICE.contains(field.name());
            assertThat(always)
                    .as("%s is always required in the form, as in the record", field.name())
                    .isEqualTo(component.required());
        });
    }

    private void sameNames(List<PackagedForm.Field> fields, Class<? extends Record> record) {
        assertThat(fields.stream().map(PackagedForm.Field::name))
                .containsExactlyInAnyOrderElementsOf(SubmissionField.of(record).stream()
                        .map(SubmissionField::name)
                        .toList());
    }

    private void each(PackagedForm form, BiConsumer<PackagedForm.Field, Component> rule) {
        each(form.fields(), records.get(form.name()), rule);
    }

    private void each(
            List<PackagedForm.Field> fields,
            Class<? extends Record> record,
            BiConsumer<PackagedForm.Field, Component> rule) {
        for (PackagedForm.Field field : fields) {
            Component component = new Component(SubmissionField.of(record).stream()
                    .filter(candidate -> candidate.name().equals(field.name()))
                    .findFirst()
                    .orElseThrow());
            rule.accept(field, component);
            if (component.single().isRecord()) {
                Class<? extends Record> entry = component.single().asSubclass(Record.class);
                sameNames(field.entry(), entry);
                each(field.entry(), entry, rule);
            }
        }
    }

    private static boolean takes(PackagedForm.Field field, Component component) {
        Class<?> type = component.type();
        return switch (field.type()) {
            case "textfield", "textarea" -> type == String.class;
            case "number" -> type == BigDecimal.class || type == Integer.class;
            case "datetime" -> type == LocalDate.class;
            case "checkbox" -> type == Boolean.class;
            case "checklist" -> type == List.class && Choice.class.isAssignableFrom(component.single());
            case "dynamiclist" -> type == List.class && component.single().isRecord();
            case "select" ->
                type.isEnum()
                        || Choice.class.isAssignableFrom(type)
                        || type == String.class && field.json().has("valuesKey");
            case "radio" -> type.isEnum() || Choice.class.isAssignableFrom(type) || type == Integer.class;
            default -> false;
        };
    }
}
