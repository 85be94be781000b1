package org.rovingpm.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.submission.Refusal;

/** Expressions of decisions end, in a result or in a sentence. */
class BoundedFeelTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final BoundedFeel feel = new BoundedFeel();

    private Object value(String expression, Map<String, Object> facts) {
        return assertTimeoutPreemptively(
                SOON,
                () -> feel.<Object>evaluateSimpleExpression(
                        expression, Variables.fromMap(facts).asVariableContext()));
    }

    private static String nested(int times) {
        return "1+(".repeat(times) + "1" + ")".repeat(times);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..300000 return i*i)",
                "count(for i in 1..9000 return count(for j in 1..9000 return count(for k in 1..9000 return i*j*k)))",
                "some i in 1..9000, j in 1..9000 satisfies i*j = -1",
                "every i in 1..9000, j in 1..9000, k in 1..9000 satisfies i*j*k > 0",
                "count(for i in 1..1000000000 return 1)",
                "decimal(1/3, 1000000000)",
                "floor(number(\"1e999999999\"))",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+b\")",
                "replace(text, \"a+a+a+a+b\", \"c\")",
                "matches(text, text)",
            })
    void whatWouldComputeForEverIsStoppedWithASentence(String expression) {
        assertThatThrownBy(() -> value(expression, Map.of("text", "a".repeat(5_000))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("A decision was stopped, because one of its expressions ")
                .hasMessageEndingWith("a process manager can simplify it and deploy it again.");
    }

    @Test
    void whatGoesInIsBoundedToo() {
        assertThatThrownBy(() -> value("string length(text) > 3", Map.of("text", "a".repeat(100_001))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a text of more than 100,000 characters");
        assertThatThrownBy(() -> value("count(list)", Map.of("list", java.util.Collections.nCopies(10_001, 1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a list of more than 10,000 values");
        assertThatThrownBy(() -> value("number + 1", Map.of("number", new BigDecimal("1e2000"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a number of more than 1,000 digits");
        assertThatThrownBy(() -> value(nested(31), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nests too deep");
        assertThatThrownBy(() -> value("1+".repeat(3_000) + "1", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is longer than 4,000 characters");
    }

    @Test
    void whatTablesNeedIsEvaluatedAsBefore() {
        assertThat(value("sum(for i in 1..100 return i)", Map.of())).hasToString("5050");
        assertThat(value("matches(\"NG1 5FS\", \"[A-Z]+[0-9] .*\")", Map.of())).isEqualTo(true);
        assertThat(value("decimal(1/3, 2)", Map.of())).hasToString("0.33");
        assertThat(value("sort([3,1,2], function(x,y) x < y)[1]", Map.of())).hasToString("1");
        assertThat(value("if rag = \"RED\" then 8 else 16", Map.of("rag", "RED")))
                .hasToString("8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..300000 return i*i)",
                "sum(for i in 1..hours return i)",
                "for i in 1..9, j in 1..9, k in 1..9 return i",
                "count(for i in 1..5 return count(for j in 1..5 return count(for k in 1..5 return 1)))",
                "matches(name, pattern)",
                "matches(name, \"(a+)+\")",
            })
    void theCheckRefusesItBeforeItIsDeployed(String expression) {
        assertThat(FeelLimits.problem(expression)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1..300000]",
                ">= 2",
                "\"RED\", \"AMBER\"",
                "not(\"RED\")",
                "sum(for i in 1..12 return i)",
                "date and time(\"2026-11-30T09:00:00\")",
                "contains(name, \"Road\") and hours > 8",
                "this cannot be read (",
            })
    void theCheckLeavesEverythingElse(String expression) {
        assertThat(FeelLimits.problem(expression)).isEmpty();
    }
}
